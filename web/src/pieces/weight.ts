// Independent origins as squares, one each; the counts beside them say the same in words.

import { h } from "../dom";

const SQUARES = 16; // that are drawn one by one

export function weight(origins: number): HTMLElement {
  return h(
    "p",
    { class: "weight", "aria-hidden": "true" },
    Array.from({ length: Math.min(origins, SQUARES) }, () => h("span", { class: "square" })),
    origins === 0 && h("span", { class: "square is-none" }),
    origins > SQUARES && h("span", { class: "minor" }, `+${origins - SQUARES}`),
  );
}
