// Documents, publishers, independent origins: always the three together, always labelled.

import { h } from "../dom";
import type { Counts } from "../types";

const LABELS: [keyof Counts, string, string][] = [
  ["documents", "document", "documents"],
  ["publishers", "publisher", "publishers"],
  ["origins", "independent origin", "independent origins"],
];

export function counts(of: Counts): HTMLElement {
  return h(
    "dl",
    { class: "counts" },
    LABELS.map(([key, one, many]) =>
      h(
        "div",
        { class: `count count-${key}` },
        h("dd", {}, of[key]),
        h("dt", {}, of[key] === 1 ? one : many),
      ),
    ),
  );
}
