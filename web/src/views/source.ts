// One source: its record, the claims that rest on its own word, and the documents that it publishes.

import { api } from "../api";
import { h } from "../dom";
import { documentList } from "../pieces/documents";
import { filter } from "../pieces/filter";
import { legendLine } from "../pieces/legend";
import { link, to } from "../pieces/links";
import { claims, facts, section, timeline } from "../pieces/profile";
import type { Page } from "../router";
import type { SourceRow } from "../rows";
import type { SourceTold } from "../types";
import { recordKind } from "../words";
import { record } from "./sources";

export async function sourceView(id: string): Promise<Page> {
  const [row, told] = await Promise.all([api.source(id), api.sourceTold(id)]);
  return { title: row.name, wide: true, body: page(row, told) };
}

function page(row: SourceRow, told: SourceTold): HTMLElement {
  const list = h(
    "div",
    {},
    section("Claims by month", timeline(told.claims, "at")),
    section(`Claims on its own word (${told.claims.length})`, claims(told.claims, "at", {})),
    told.documents.length > 0 && section(`Documents (${told.documents.length})`, documentList(told.documents)),
  );
  return h(
    "div",
    { class: "profile" },
    h(
      "header",
      { class: "page-head" },
      h("p", { class: "trail" }, link(to.sources(), "Sources")),
      h("h1", {}, row.name),
      h("p", { class: "standfirst" }, recordKind(row.kind)),
      facts(record(row)),
      legendLine(),
    ),
    filter(list, ".lines > li, .document-row", "entry"),
    list,
  );
}
