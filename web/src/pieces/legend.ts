// What the marks mean: outline for modality, fullness for certainty.

import { h } from "../dom";
import { glyph } from "../glyph";
import { ORIGINS } from "./counts";
import { CERTAINTIES, MODALITIES } from "../words";

export function legendLine(): HTMLElement {
  return h(
    "details",
    { class: "legend-line" },
    h("summary", {}, "What the marks mean"),
    legendBody(),
  );
}

export function legendBody(): HTMLElement {
  return h(
    "div",
    { class: "legend" },
    h("p", { class: "legend-title" }, "The outline: what is said of it"),
    list(MODALITIES, (mode) => glyph(mode, "certain", 18)),
    h("p", { class: "legend-title" }, "How full: how surely it is said"),
    list(CERTAINTIES, (certainty) => glyph("occurred", certainty, 18)),
    h("p", { class: "legend-title" }, "Independent origins"),
    h("p", {}, ORIGINS),
  );
}

function list(
  items: Record<string, { label: string; meaning: string }>,
  mark: (code: string) => Node,
): HTMLElement {
  return h(
    "ul",
    {},
    Object.entries(items).map(([code, { label, meaning }]) =>
      h("li", {}, mark(code), h("span", {}, h("strong", {}, label), " ", meaning)),
    ),
  );
}
