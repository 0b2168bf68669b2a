// Who says so on whose word: a path from the page's author inwards.

import { h } from "../dom";
import type { Source } from "../types";
import { sourceKind } from "../words";

export function chainLine(path: string, named: boolean): HTMLElement {
  const [outer, ...inner] = path.split(" ← ");
  return h(
    "span",
    { class: "chain-line" },
    h("span", {}, outer),
    inner.map((link) => [h("span", { class: "chain-arrow" }, " ← "), h("span", {}, link)]),
    !named && noNamedSource(),
  );
}

export function chainPath(sources: Source[]): HTMLElement {
  return h(
    "ol",
    { class: "chain" },
    sources.map((source) =>
      h(
        "li",
        { class: `chain-link chain-${source.kind}` },
        h("span", { class: "chain-name" }, source.name ?? source.text),
        h("span", { class: "chain-kind" }, sourceKind(source.kind)),
        source.cue && h("span", { class: "chain-cue" }, "cue: ", h("q", {}, source.cue.text)),
      ),
    ),
  );
}

export function noNamedSource(): HTMLElement {
  return h("span", { class: "tag tag-unsourced" }, "rests on no named source");
}
