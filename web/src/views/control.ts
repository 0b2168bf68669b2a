// Who held each place when, as claimed; where origins disagree, every holder stands.

import { api } from "../api";
import { type Child, h } from "../dom";
import { head } from "../pieces/asof";
import { tag } from "../pieces/tag";
import { chainLine } from "../pieces/chain";
import { filter } from "../pieces/filter";
import { link, named, to } from "../pieces/links";
import { quote } from "../pieces/quote";
import { noneStood } from "../pieces/none";
import { unfolding } from "../pieces/unfolding";
import type { Page } from "../router";
import type { ControlRow, LeftOut, Tenure } from "../rows";
import type { Line } from "../types";
import { dated, days, plural, publication } from "../words";

const RESTS = 4; // claims of a holder before the rest unfolds

export async function controlView(): Promise<Page> {
  const [rows, claims, left] = await Promise.all([api.control(), api.controlClaims(), api.controlLeftOut()]);
  const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)));
  const list = h("div", {}, sorted.map((row) => place(row, claims)));
  const body = h(
    "div",
    { class: "page" },
    head(
      `Control of places (${rows.length})`,
      "Who is said to have held a place, from when until when. These are claims: no holder is chosen where origins disagree.",
    ),
    noneStood(rows, "holder of a place"),
    leftOut(left),
    filter(list, ".weighed-list > li", "holder"),
    list,
  );
  return { title: "Control", body };
}

// Claims of control that give no place a holder, so that an empty list is not read as "nobody said so".
function leftOut(left: LeftOut[]): HTMLElement | null {
  if (left.length === 0) return null;
  const sum = left.reduce((n, one) => n + one.claims, 0);
  const why = left.map((one) => `${one.claims} ${one.reason.replace(/`/g, "")}`).join("; ");
  return h("p", { class: "minor left-out" }, `${plural(sum, "claim")} of control left out: ${why}.`);
}

function name(row: ControlRow): string {
  return row.place.name ?? row.place.text;
}

function place(row: ControlRow, claims: Line[]): HTMLElement {
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, named(to.place, row.place.id, name(row))),
    tenures(row, claims),
  );
}

// `claims` are those among which the claims that a holder rests on are found.
export function tenures(row: ControlRow, claims: Line[]): HTMLElement {
  const known = new Map(claims.map((line) => [line.claim, line]));
  return h("ol", { class: "weighed-list" }, row.intervals.map((item) => tenure(item, known)));
}

function tenure(item: Tenure, known: Map<string, Line>): HTMLElement {
  const rests = item.claims.map((id) => known.get(id)).filter((line) => line !== undefined);
  return h(
    "li",
    {},
    h("p", { class: "card-line" }, holder(item), " ", item.contested && tag("contested", "contested")),
    h("p", { class: "card-when" }, days(item.start, item.end) || "undated"),
    // The reason says by how many origins, and where no end is told.
    h("p", { class: "card-voices" }, dated(item.reason)),
    resting(rests.slice(0, RESTS)),
    rests.length > RESTS && unfolding(plural(rests.length - RESTS, "more claim"), () => resting(rests.slice(RESTS))),
  );
}

function resting(lines: Line[]): HTMLElement {
  return h("ul", { class: "rests-on" }, lines.map((line) => h("li", {}, claim(line))));
}

/** The holder's name, with how much of the place it is said to hold. */
function holder(item: Tenure): string {
  return item.part ? `${item.holder} (${item.part} it)` : item.holder;
}

export function claim(line: Line): Child[] {
  return [
    link(to.document(line.document, line.claim), quote(line)),
    " ",
    h("span", { class: "minor" }, chainLine(line), ` · ${publication(line.published)}`),
  ];
}
