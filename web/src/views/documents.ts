// Every document, the latest published first.

import { api } from "../api";
import { h } from "../dom";
import { documentList } from "../pieces/documents";
import { filter } from "../pieces/filter";
import type { Page } from "../router";

export async function documentsView(): Promise<Page> {
  const rows = await api.documents();
  const list = documentList(rows);
  const body = h(
    "div",
    { class: "page" },
    h("header", { class: "page-head" }, h("h1", {}, `Documents (${rows.length})`)),
    filter(list, ".document-row", "document"),
    list,
  );
  return { title: "Documents", body };
}
