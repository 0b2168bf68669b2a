// What happened, as claimed: every event with its counts, what contests it and its grade.

import { api } from "../api";
import { h } from "../dom";
import { glyph } from "../glyph";
import type { EventRow, Events } from "../lists";
import { head } from "../pieces/asof";
import { counts } from "../pieces/counts";
import { choice, date, select, suggested, tick, words } from "../pieces/fields";
import { legendLine } from "../pieces/legend";
import { link, named, to } from "../pieces/links";
import { begun, listing } from "../pieces/listing";
import { weight } from "../pieces/weight";
import type { Page } from "../router";
import { CERTAINTIES, day, eventTime, gradeWords, modality, standingWords } from "../words";

const ORDERS: [string, string][] = [
  ["", "newest report"],
  ["origins", "most independent origins"],
];
const KINDS: [string, string][] = [
  ["", "any"],
  ["reported", "reported to be so"],
  ["ahead", "expected or threatened"],
  ["denied", "said not to be so"],
];

export async function eventsView(_: string, query: URLSearchParams): Promise<Page> {
  const [first, { zones }] = await Promise.all([api.events(begun(query)), api.overview()]);
  const asked = fields(query, zones);
  const kept = h("span", {});
  const told = (page: Events) => {
    asked.category.offer(page.categories);
    asked.place.offer(page.places);
    kept.replaceChildren(...ways(query));
    return `${page.contested} contested`;
  };
  const list = h("ol", { class: "event-rows" });
  const spec = { noun: "event", fields: Object.values(asked), list, query, ask: api.events, row, told };
  const body = h(
    "div",
    { class: "page" },
    head(
      "Events",
      "What happened, as claimed: the claims of one occurrence stand together. Newest is what was reported last; the counts say how much stands behind it.",
    ),
    legendLine(),
    h("p", { class: "kept" }, "All that is found: ", kept),
    listing(spec, first),
  );
  return { title: "Events", body, wide: true };
}

export function fields(query: URLSearchParams, zones: { id: string; name: string }[]) {
  const named: [string, string][] = zones.map(({ id, name }) => [id, name]);
  return {
    q: words("q", "Words", (w) => `told with the words “${w}”`, query),
    place: suggested("place", "Place", (w) => `at a place called “${w}”`, query),
    zone: choice("zone", "Zone", [["", "any"], ...named, ["elsewhere", "elsewhere"]], (z) => `of the zone “${z}”`, query),
    category: select("category", "Category", "any", (c) => `of the category “${c}”`, query),
    kind: choice("kind", "Said to be", KINDS, (k) => k, query),
    start: date("start", "Happened from", (d) => `of ${d} or later, as far as a day is told`, query),
    end: date("end", "until", (d) => `of ${d} or before, as far as a day is told`, query),
    since: date("since", "New since", (d) => `first reported on ${d} or later`, query),
    contested: tick("contested", "Contested only", () => "contested", query),
    order: choice("order", "First", ORDERS, () => "", query),
  };
}

// What the list shows, elsewhere: on the map, or as a file.
function ways(query: URLSearchParams): Node[] {
  const asked = query.size > 0 ? `?${query}` : "";
  const file = (format: string) => h("a", { href: `/api/events.${format}${asked}`, download: true }, format.toUpperCase());
  return [link(`/map${asked}`, "on the map"), text(", as "), file("csv"), text(" or "), file("json")];
}

function text(words: string): Text {
  return document.createTextNode(words);
}

function row(item: EventRow): HTMLElement {
  const mode = modality(item);
  return h(
    "li",
    { class: "event-row" },
    h(
      "div",
      { class: "event-row-when" },
      h("p", {}, item.when.basis === "none" ? "no time in the text" : eventTime(item.when)),
      h("p", { class: "minor" }, item.last_reported ? `reported ${day(item.last_reported)}` : "report undated"),
    ),
    h(
      "div",
      { class: "event-row-what" },
      h("h2", { class: "card-line" }, glyph(mode, item.certainty), " ", link(to.event(item.id), item.line)),
      h("p", { class: "minor" }, where(item), `${standingWords(item)}, ${CERTAINTIES[item.certainty]?.label ?? item.certainty}`),
      item.contested.length > 0 &&
        h("p", {}, h("a", { class: "tag tag-contested", href: to.contradictions(item.id) }, `contested: ${item.contested.join(", ")}`)),
      item.only_comments && h("p", { class: "minor" }, "Only in readers’ comments: no corroboration."),
    ),
    h(
      "div",
      { class: "event-row-behind" },
      h("div", { class: "event-row-grade" }, weight(item.counts.origins), grade(item)),
      counts(item.counts, item.denying),
    ),
  );
}

function grade({ credibility: { grade, reason } }: EventRow): HTMLElement {
  return h("p", { class: "minor", title: reason }, `Grade ${grade}: ${gradeWords(grade)}`);
}

function where({ places }: EventRow) {
  const told = places.slice(0, 3).flatMap(([id, name], i) => [i > 0 && ", ", named(to.place, id, name)]);
  const rest = places.length > 3 ? ` and ${places.length - 3} more` : "";
  return places.length > 0 ? [told, rest, " · "] : "no place named · ";
}
