// Every source's record; a score is shown with its count and interval, or not at all.

import { api } from "../api";
import { type Child, h } from "../dom";
import { head } from "../pieces/asof";
import { filter } from "../pieces/filter";
import { link, to } from "../pieces/links";
import { noneStood } from "../pieces/none";
import type { Page } from "../router";
import type { SourceRow } from "../rows";
import { outcomeWords, plural, recordKind, reliabilityBasis } from "../words";

const HEADS = ["Source", "Reliability", "Forecasts", "Firm claims", "Documents"];

export async function sourcesView(): Promise<Page> {
  const rows = await api.sources();
  const sorted = [...rows].sort((a, b) => b.documents - a.documents || a.name.localeCompare(b.name));
  const list = h("div", { class: "table-scroll" }, table(sorted));
  const body = h(
    "div",
    { class: "page" },
    head(
      `Sources (${rows.length})`,
      "Outlets, authors and the authorities that reports cite. F means that a source cannot be judged yet; it is no worse than E.",
    ),
    noneStood(rows, "source"),
    filter(list, "tbody tr", "source"),
    list,
  );
  return { title: "Sources", body, wide: true };
}

function table(rows: SourceRow[]): HTMLElement {
  return h(
    "table",
    { class: "claims-table sources-table" },
    h("thead", {}, h("tr", {}, HEADS.map((label) => h("th", { scope: "col" }, label)))),
    h("tbody", {}, rows.map(source)),
  );
}

function source(row: SourceRow): HTMLElement {
  const kind = h("span", { class: "card-voices" }, recordKind(row.kind));
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, link(to.source(row.id), row.name), h("br"), kind),
    record(row).map(([label, told]) => h("td", { "data-label": label }, told)),
  );
}

// A source's record, each part under its name.
export function record(row: SourceRow): [string, Child][] {
  const { grade, basis, reason } = row.reliability;
  const { claimed, corroborated, contradicted, corrected } = row.firm;
  return [
    ["Reliability", [h("strong", {}, grade), ` (${reliabilityBasis(basis)}) ${reason}`]],
    ["Forecasts", [tally("own", row.forecasts), tally("carried", row.carried), score(row)]],
    [
      "Firm claims",
      `on ${plural(claimed, "event")}: ${corroborated} corroborated, ${contradicted} contradicted, ${corrected} corrected`,
    ],
    ["Documents", `${plural(row.documents, "document")}: origin of ${row.as_origin}, copy in ${row.as_copy}`],
  ];
}

function tally(label: string, counts: Record<string, number>): HTMLElement | null {
  const told = Object.entries(counts).map(([kind, n]) => `${n} ${outcomeWords(kind)}`);
  return told.length ? h("div", {}, `${label}: ${told.join(", ")}`) : null;
}

function score(row: SourceRow): HTMLElement {
  if (!row.brier) return h("div", { class: "card-voices" }, "too few to score");
  const { score, n, interval } = row.brier;
  return h("div", {}, `Brier ${score.toFixed(2)} (${interval.map((x) => x.toFixed(2)).join(" to ")}), ${n} scored`);
}
