// Who says so on whose word: a path from the page's author inwards.

import { type Child, h } from "../dom";
import type { Lead, Source } from "../types";
import { sourceKind } from "../words";
import { link, named, to } from "./links";

// The document, then whoever it cites: the publisher's name is said once.
export function chainLine(lead: Lead): HTMLElement {
  const publisher = lead.publisher ?? "unnamed publisher";
  const inner = lead.chain.split(" ← ").filter((name, i) => i > 0 || !same(name, publisher));
  return h(
    "span",
    { class: "chain-line" },
    link(to.document(lead.document, lead.claim), publisher),
    inner.map((name) => [h("span", { class: "chain-arrow" }, " ← "), h("span", {}, name)]),
    !lead.named_source && [" ", unnamed(lead)],
  );
}

function same(name: string, publisher: string): boolean {
  return name.toLowerCase() === publisher.toLowerCase() || name === "the author" || name === "author";
}

export function chainPath(sources: Source[]): HTMLElement {
  return h(
    "ol",
    { class: "chain" },
    sources.map((source) =>
      h(
        "li",
        { class: `chain-link chain-${source.kind}` },
        h("span", { class: "chain-name" }, named(to.actor, source.id, source.name ?? source.text)),
        h("span", { class: "chain-kind" }, sourceKind(source.kind)),
        source.cue && h("span", { class: "chain-cue" }, "cue: ", h("q", {}, source.cue.text)),
      ),
    ),
  );
}

// Of what names no source: a party, body or monitor that publishes is itself the source.
export function unnamed({ named_source, own_word }: Pick<Lead, "named_source" | "own_word">): Child {
  if (named_source) return null;
  return own_word
    ? h("span", { class: "tag tag-own" }, "on its own word")
    : h("span", { class: "tag tag-unsourced" }, "rests on no named source");
}
