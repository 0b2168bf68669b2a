// An origin's root and copies, each with its evidence.

import { h } from "../dom";
import type { Member, OriginView } from "../types";
import { plural, publication, relation } from "../words";
import { counts } from "./counts";
import { link, to } from "./links";

export function originPanel(origin: OriginView, here: string | null): HTMLElement {
  return h(
    "div",
    { class: "origin" },
    h("h3", { class: "origin-title" }, link(to.origin(origin.id), heading(origin))),
    counts(origin.counts),
    h("ol", { class: "members" }, origin.members.map((m) => member(m, here))),
  );
}

function heading(origin: OriginView): string {
  const copies = origin.members.length - 1;
  if (origin.root === null) return `One origin, its root not seen: ${plural(copies + 1, "document")}`;
  return copies === 0 ? "An origin of its own" : `One origin and ${plural(copies, "follower")}`;
}

function member(item: Member, here: string | null): HTMLElement {
  const name = item.publisher ?? "unnamed publisher";
  return h(
    "li",
    { class: `member member-${item.relation}` },
    h(
      "p",
      { class: "member-name" },
      item.document === here
        ? h("strong", {}, name, " (this document)")
        : item.known
          ? link(to.document(item.document), name)
          : name,
      h("span", { class: "member-relation" }, relation(item.relation)),
    ),
    h("p", { class: "minor" }, item.title, item.published ? ` · ${publication(item.published)}` : ""),
    item.evidence && h("p", { class: "member-evidence" }, item.evidence, sureness(item)),
  );
}

function sureness(item: Member): string {
  return item.relation === "root" ? "" : ` (confidence ${item.confidence.toFixed(2)})`;
}
