// Documents that hold some words, and the claims among their sentences.

import { api } from "../api";
import { h } from "../dom";
import { documentList } from "../pieces/documents";
import { link, to } from "../pieces/links";
import { quote } from "../pieces/quote";
import { standing } from "../pieces/standing";
import type { Page } from "../router";
import type { ClaimView, Found } from "../types";
import { plural, publication } from "../words";

export async function searchView(_: string, query: URLSearchParams): Promise<Page> {
  const words = (query.get("q") ?? "").trim();
  const title = `Search: ${words || "no words"}`;
  const body = words ? page(await api.search(words)) : h("p", {}, "Type some words to search for.");
  return { title, body };
}

function page(found: Found): HTMLElement {
  return h(
    "div",
    { class: "page" },
    h("header", { class: "page-head" }, h("h1", {}, "Search: ", h("q", {}, found.words))),
    h(
      "section",
      { class: "list-section" },
      h("h2", {}, plural(found.documents.length, "document")),
      documentList(found.documents),
    ),
    h(
      "section",
      { class: "list-section" },
      h("h2", {}, plural(found.claims.length, "claim"), " in sentences with these words"),
      h("ol", { class: "claim-list" }, found.claims.map(claim)),
    ),
  );
}

function claim(item: ClaimView): HTMLElement {
  return h(
    "li",
    {},
    standing(item),
    h("p", { class: "claim-line" }, link(to.document(item.document, item.id), item.summary)),
    h("blockquote", { class: "card-words" }, quote(item.sentence.text, loaded(item))),
    h("p", { class: "card-source" }, item.publisher ?? "unnamed publisher", " · ", publication(item.published)),
  );
}

function loaded(item: ClaimView): [string, string][] {
  return item.loaded.map((w) => [w.text, w.neutral]);
}
