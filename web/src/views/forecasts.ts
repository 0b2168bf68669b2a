// What was said of the future, as frozen when it was recorded, and what became of it.

import { api } from "../api";
import { h } from "../dom";
import { head } from "../pieces/asof";
import { choice, date } from "../pieces/fields";
import { filter, type Narrowing } from "../pieces/filter";
import { link, to } from "../pieces/links";
import { noneStood } from "../pieces/none";
import { differences, restsOn } from "../pieces/outcome";
import { laneChart } from "../pieces/scale";
import { quote } from "../pieces/quote";
import { standing } from "../pieces/standing";
import type { Page } from "../router";
import type { ForecastRow, Held } from "../rows";
import type { Line } from "../types";
import { dated, days, outcomeWords, plural, publication } from "../words";
import { claim } from "./control";

const ORDER = ["borne-out", "borne-out-late", "borne-out-in-part", "not-borne-out", "open", "cannot-tell"];

export async function forecastsView(_: string, query: URLSearchParams): Promise<Page> {
  const [all, told] = await Promise.all([api.forecasts(), api.outcomeClaims()]);
  const known = new Map(told.map((line) => [line.claim, line]));
  const rows = all.filter((row) => !row.comment);
  const list = h("div", {}, ORDER.map((kind) => section(kind, rows.filter((row) => row.outcome === kind), known)));
  const body = h(
    "div",
    { class: "page" },
    head(
      `Forecasts (${rows.length})`,
      "Each as it was recorded, by one origin with its repeats. Late is late and a part is a part; silence counts as absence only where the ledger has coverage." + otherwise(all.length - rows.length),
    ),
    noneStood(rows, "forecast"),
    filter(list, ".weighed-list > li", "forecast", narrowings(query, rows)),
    closing(rows),
    list,
  );
  return { title: "Forecasts", body };
}

// By what became of them, and by the last day of their windows.
function narrowings(query: URLSearchParams, rows: ForecastRow[]): Narrowing[] {
  const kinds = ORDER.filter((kind) => rows.some((row) => row.outcome === kind));
  const options: [string, string][] = kinds.map((kind) => [kind, outcomeWords(kind)]);
  const closes = (row: HTMLElement) => row.dataset.closes ?? "";
  return [
    { ...choice("outcome", "Outcome", [["", "any"], ...options], () => "", query), keeps: (row, kind) => row.dataset.outcome === kind },
    { ...date("from", "Window closes from", () => "", query), keeps: (row, first) => closes(row) >= first },
    { ...date("until", "until", () => "", query), keeps: (row, last) => closes(row) !== "" && closes(row) <= last },
  ];
}

// When windows close, a lane an outcome: what fell or falls due, and what became of it.
function closing(rows: ForecastRow[]): HTMLElement | null {
  const due = rows.filter(closes);
  const days = due.map((row) => closes(row) ?? "").sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const lane = (kind: string) => ({
    name: `${outcomeWords(kind)} (${due.filter((row) => row.outcome === kind).length})`,
    days: [...new Set(due.filter((row) => row.outcome === kind).map((row) => closes(row) ?? ""))].sort(),
  });
  const kinds = ORDER.filter((kind) => due.some((row) => row.outcome === kind));
  return laneChart(`the days on which the ${due.length} stated windows close, by outcome`, kinds.map(lane), [first, last]);
}

function closes({ window: { basis, end } }: ForecastRow): string | null {
  return basis === "stated" ? end : null;
}

// Why the API lists more of them, and the board fewer.
function otherwise(readers: number): string {
  const left = readers > 0 ? ` ${plural(readers, "more", "more")} by readers in comments ${readers === 1 ? "is" : "are"} left out.` : "";
  return `${left} The board has one card an event, whatever number of forecasts were made of it.`;
}

type Known = Map<string, Line>;

function section(kind: string, rows: ForecastRow[], known: Known): HTMLElement | null {
  if (rows.length === 0) return null;
  // What has a window can come due: it stands before what is open for ever.
  const newest = [...rows].sort((a, b) => order(b).localeCompare(order(a)));
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, `${outcomeWords(kind)} (${rows.length})`),
    h("ol", { class: "weighed-list" }, newest.map((row) => forecast(row, known))),
  );
}

function order(row: ForecastRow): string {
  return `${row.window.basis === "stated" ? 1 : 0} ${row.said.latest ?? ""}`;
}

function forecast(row: ForecastRow, known: Known): HTMLElement {
  const who = row.source.map((s) => s.name ?? s.text).join(" ← ");
  return h(
    "li",
    { "data-outcome": row.outcome, "data-closes": closes(row) },
    h("p", { class: "card-standing" }, standing({ ...row, polarity: row.rule.polarity })),
    h("h3", { class: "card-line" }, h("span", { class: "minor" }, denied(row) ? "Read as not: " : "Read as: "), row.asked),
    h("blockquote", { class: "card-words" }, quote({ ...row, loaded: [] })),
    h("p", { class: "card-source" }, link(to.document(row.document, row.claim), who), " · ", publication(row.said)),
    h("p", { class: "card-when" }, `${windowWords(row)} · ${likelihood(row)}`),
    corrections(row),
    h("p", { class: "card-outcome" }, dated(row.reason)),
    became(row, known),
    h("p", { class: "card-voices" }, `${plural(row.repeats.length, "repeat")}, ${plural(row.origins, "independent origin")}`),
  );
}

function corrections(row: ForecastRow): HTMLElement | null {
  if (row.corrections.length === 0) return null;
  const told = row.corrections.map((c) => {
    const on = c.recorded_at ? ` on ${c.recorded_at.slice(0, 10)}` : "";
    return h("li", {}, `corrected by ${c.by}${on} (${c.note}): ${heldWords(c)}`);
  });
  return h("ul", { class: "card-when" }, h("li", {}, `recorded: ${heldWords(row.recorded)}`), told);
}

function heldWords(held: Held): string {
  return `${denied(held) ? "not: " : ""}${held.asked}, ${windowWords(held)}`;
}

function denied({ rule }: Held): boolean {
  return rule.polarity === "negative";
}

function likelihood({ likelihood, figure, confidence }: ForecastRow): string {
  const stated = likelihood === "not stated" ? "no likelihood stated" : `stated ${likelihood}`;
  return [figure ? `${stated} (${figure})` : stated, confidence && `${confidence} confidence`].filter(Boolean).join(", ");
}

function windowWords(held: Held): string {
  const { basis, start, end } = held.window;
  if (basis === "stated") return `window: ${days(start, end)}`;
  return basis === "undated" ? "window counted from a day not known" : "open-ended: no time in the text";
}

function became(row: ForecastRow, known: Known) {
  const found = row.outcome_claims.map((id) => known.get(id)).filter((line) => line !== undefined);
  // One sentence can make several claims: its words stand once.
  const told = [...new Map(found.map((line) => [`${line.document} ${line.words}`, line])).values()];
  const outcome = { kind: row.outcome, claims: row.outcome_claims, differs_in: row.differs_in, reason: row.reason };
  return [differences(outcome, row.window.end, told.map((line) => line.when.start)), restsOn(row.outcome, told, claim)];
}
