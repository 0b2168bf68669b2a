// Who held each place when, as claimed; where origins disagree, every holder stands.

import { api } from "../api";
import { h } from "../dom";
import { head } from "../pieces/asof";
import { tag } from "../pieces/card";
import { named, to } from "../pieces/links";
import type { Page } from "../router";
import type { ControlRow, Tenure } from "../types";
import { day, plural } from "../words";

export async function controlView(_: string, query: URLSearchParams): Promise<Page> {
  const asOf = query.get("as_of");
  const rows = await api.control(asOf);
  const sorted = [...rows].sort((a, b) => name(a).localeCompare(name(b)));
  const body = h(
    "div",
    { class: "page" },
    head(
      `Control of places (${rows.length})`,
      "Who is said to have held a place, from when until when. These are claims: no holder is chosen where origins disagree.",
      to.control,
      asOf,
    ),
    sorted.map(place),
  );
  return { title: "Control", body };
}

function name(row: ControlRow): string {
  return row.place.name ?? row.place.text;
}

function place(row: ControlRow): HTMLElement {
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, named(to.place, row.place.id, name(row))),
    tenures(row),
  );
}

export function tenures(row: ControlRow): HTMLElement {
  return h("ol", { class: "weighed-list" }, row.intervals.map(tenure));
}

function tenure(item: Tenure): HTMLElement {
  const until = item.end ? `to ${day(item.end)}` : "no end told";
  return h(
    "li",
    {},
    h("p", { class: "card-line" }, holder(item), " ", item.contested && tag("contested", "contested")),
    h("p", { class: "card-when" }, `${day(item.start)}, ${until} · ${plural(item.origins, "independent origin")}`),
    h("p", { class: "card-voices" }, item.reason),
  );
}

/** The holder's name, with how much of the place it is said to hold. */
function holder(item: Tenure): string {
  return item.part ? `${item.holder} (${item.part} it)` : item.holder;
}
