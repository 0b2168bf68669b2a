// An origin's root and copies, each with its evidence.

import { type Child, h } from "../dom";
import type { Member, OriginView } from "../types";
import { follows, plural, publication, relation } from "../words";
import { counts } from "./counts";
import { link, to } from "./links";

export function originPanel(origin: OriginView, here: string | null): HTMLElement {
  const title = h("h3", { class: "origin-title" }, link(to.origin(origin.id), heading(origin)));
  return h("div", { class: "origin" }, title, originBody(origin, here));
}

export function originBody(origin: OriginView, here: string | null): Child[] {
  return [
    counts(origin.counts),
    h("ol", { class: "members" }, origin.members.map((m) => member(m, origin.root, here))),
  ];
}

export function heading(origin: OriginView): string {
  const copies = origin.members.length - 1;
  if (origin.root === null) return `One origin, its root not seen: ${plural(copies + 1, "document")}`;
  return copies === 0 ? "An origin of its own" : `One origin and ${plural(copies, "follower")}`;
}

function member(item: Member, root: string | null, here: string | null): HTMLElement {
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
      h("span", { class: "member-relation" }, tie(item, root)),
    ),
    h("p", { class: "minor" }, item.title, item.published ? ` · ${publication(item.published)}` : ""),
    item.evidence && h("p", { class: "member-evidence" }, item.evidence, sureness(item)),
  );
}

// Where the root was not seen there is no "it" in sight that could be copied or cited.
function tie(item: Member, root: string | null): string {
  return (root === null && follows(item.relation)) || relation(item.relation);
}

function sureness(item: Member): string {
  return item.relation === "root" ? "" : ` (confidence ${item.confidence.toFixed(2)})`;
}
