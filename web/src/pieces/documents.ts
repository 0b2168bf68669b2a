// Documents as a list.

import { h } from "../dom";
import type { DocumentRow } from "../types";
import { follows, plural, publication } from "../words";
import { link, to } from "./links";

export function documentList(rows: (DocumentRow & { excerpt?: string })[]): HTMLElement {
  if (rows.length === 0) return h("p", { class: "none" }, "No document of this ledger belongs here.");
  return h("ol", { class: "documents" }, rows.map(row));
}

function row(item: DocumentRow & { excerpt?: string }): HTMLElement {
  const facts = [
    plural(item.claims, "claim"),
    item.comments > 0 && plural(item.comments, "reader’s comment", "readers’ comments"),
    item.relation && follows(item.relation),
  ].filter(Boolean);
  return h(
    "li",
    { class: "document-row" },
    h("p", { class: "document-when" }, publication(item.published)),
    h(
      "div",
      {},
      h("p", { class: "document-title" }, link(to.document(item.id), item.title)),
      item.excerpt && h("p", { class: "document-excerpt" }, item.excerpt),
      h("p", { class: "minor" }, [item.publisher ?? "unnamed publisher", ...facts].join(" · ")),
    ),
  );
}
