// One source: its record, the claims that rest on its own word, and the documents that it publishes.

import { api } from "../api";
import { h } from "../dom";
import { documentList } from "../pieces/documents";
import { command, WHO } from "../pieces/decided";
import { choice } from "../pieces/fields";
import { filter, type Narrowing } from "../pieces/filter";
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

// The claims that its record counts: those corrected, those contested still.
function became({ corrected, contested }: SourceTold): Narrowing[] {
  const kinds: Record<string, Set<string>> = { corrected: new Set(corrected), contested: new Set(contested) };
  const options: [string, string][] = [
    ["", "any"],
    ["corrected", `corrected or taken back (${corrected.length})`],
    ["contested", `contested (${contested.length})`],
  ];
  const query = new URLSearchParams(location.search);
  const keeps = (row: HTMLElement, kind: string) => kinds[kind]?.has(row.dataset.claim ?? "") ?? false;
  return [{ ...choice("became", "What became of it", options, () => "", query), keeps }];
}

function grading(id: string): HTMLElement {
  return h(
    "details",
    { class: "deciding" },
    h("summary", {}, "Decide its reliability otherwise"),
    h("p", { class: "minor" }, "A decision bears a name and a reason, and can be revoked. On the command line:"),
    command("Set a grade, A to F", `fogline judge reliability ${id} GRADE ${WHO}`),
    command("See what was decided, and take it back", "fogline judge list --ledger LEDGER", `fogline judge revoke ID ${WHO}`),
  );
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
      grading(row.id),
      legendLine(),
    ),
    filter(list, ".lines > li, .document-row", "entry", became(told)),
    list,
  );
}
