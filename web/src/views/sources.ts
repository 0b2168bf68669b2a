// Every source's record; a score is shown with its count and interval, or not at all.

import { api } from "../api";
import { h } from "../dom";
import { head } from "../pieces/asof";
import { to } from "../pieces/links";
import type { Page } from "../router";
import type { SourceRow } from "../types";
import { outcomeWords } from "../words";

const HEADS = ["Source", "Reliability", "Forecasts", "Firm claims", "Documents"];

export async function sourcesView(_: string, query: URLSearchParams): Promise<Page> {
  const asOf = query.get("as_of");
  const rows = await api.sources(asOf);
  const sorted = [...rows].sort((a, b) => b.documents - a.documents || a.name.localeCompare(b.name));
  const body = h(
    "div",
    { class: "page" },
    head(
      `Sources (${rows.length})`,
      "Outlets, authors and the authorities that reports cite. F means that a source cannot be judged yet; it is no worse than E.",
      to.sources,
      asOf,
    ),
    h("div", { class: "table-scroll" }, table(sorted)),
  );
  return { title: "Sources", body, wide: true };
}

function table(rows: SourceRow[]): HTMLElement {
  return h(
    "table",
    { class: "claims-table" },
    h("thead", {}, h("tr", {}, HEADS.map((label) => h("th", { scope: "col" }, label)))),
    h("tbody", {}, rows.map(source)),
  );
}

function source(row: SourceRow): HTMLElement {
  const { grade, basis, reason } = row.reliability;
  const { claimed, corroborated, contradicted, corrected } = row.firm;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, row.name, h("br"), h("span", { class: "card-voices" }, row.kind)),
    h("td", {}, h("strong", {}, grade), ` (by ${basis}) ${reason}`),
    h("td", {}, tally("own", row.forecasts), tally("carried", row.carried), score(row)),
    h("td", {}, `${claimed} on events: ${corroborated} corroborated, ${contradicted} contradicted, ${corrected} corrected`),
    h("td", {}, `${row.documents}: origin of ${row.as_origin}, copy ${row.as_copy}`),
  );
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
