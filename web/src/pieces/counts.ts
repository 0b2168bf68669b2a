// Documents, publishers, independent origins: always the three together, always labelled.

import { h } from "../dom";
import type { Counts } from "../types";

const LABELS: [keyof Counts, string, string][] = [
  ["documents", "document", "documents"],
  ["publishers", "publisher", "publishers"],
  ["origins", "independent origin", "independent origins"],
];

export const ORIGINS =
  "An origin is an outlet's own report or an authority that it quotes; copies add none. One document that quotes two authorities has more origins than documents.";

// `denying` of the origins only deny what the others tell.
export function counts(of: Counts, denying = 0): HTMLElement {
  const against = denying > 0 ? `, ${denying} denying it` : "";
  return h(
    "dl",
    { class: "counts" },
    LABELS.map(([key, one, many]) =>
      h(
        "div",
        { class: `count count-${key}`, title: key === "origins" ? ORIGINS : null },
        h("dd", {}, of[key]),
        h("dt", {}, of[key] === 1 ? one : many, key === "origins" && against),
      ),
    ),
  );
}
