// Documents that hold some words, and the claims among their sentences.

import { api } from "../api";
import { h } from "../dom";
import { documentList } from "../pieces/documents";
import { link, to } from "../pieces/links";
import { quoteOf } from "../pieces/quote";
import { standing } from "../pieces/standing";
import type { Page } from "../router";
import type { ClaimView, Found } from "../types";
import { days, plural, publication } from "../words";

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
      found.documents.length > 0 ? documentList(found.documents) : h("p", { class: "none" }, nothing(found)),
    ),
    h(
      "section",
      { class: "list-section" },
      h("h2", {}, plural(found.claims.length, "claim"), " in sentences with these words"),
      found.claims.length > 0
        ? h("ol", { class: "claim-list" }, found.claims.map(claim))
        : found.documents.length > 0 && h("p", { class: "none" }, "No sentence that makes a claim holds them; the documents above do, outside of claims."),
    ),
  );
}

// Which documents were looked in: what was published outside of those days is not in the ledger.
function nothing({ words, held, start, end }: Found): string {
  const dated = days(start, end);
  const within = dated ? `, published ${dated.replace(/^(?=\d)/, start === end ? "on " : "from ")} as far as their days are known` : "";
  return `None of the ${plural(held, "document")} of this ledger${within}, holds every word of “${words}”.`;
}

function claim(item: ClaimView): HTMLElement {
  return h(
    "li",
    {},
    standing(item),
    h("p", { class: "claim-line" }, link(to.document(item.document, item.id), item.summary)),
    h("blockquote", { class: "card-words" }, quoteOf(item)),
    h("p", { class: "card-source" }, item.publisher ?? "unnamed publisher", " · ", publication(item.published)),
  );
}
