// What happened, as claimed: every event with its counts, what contests it and its grade.

import { api } from "../api";
import { h } from "../dom";
import { glyph } from "../glyph";
import type { EventRow, Events } from "../lists";
import { head } from "../pieces/asof";
import { counts } from "../pieces/counts";
import { idOf, select, suggested, tick, words } from "../pieces/fields";
import { legendLine } from "../pieces/legend";
import { link, named, to } from "../pieces/links";
import { listing } from "../pieces/listing";
import { weight } from "../pieces/weight";
import type { Page } from "../router";
import { CERTAINTIES, day, eventTime, gradeWords, modality, standingWords } from "../words";

const ORDERS = [
  { value: "newest", label: "newest report" },
  { value: "origins", label: "most independent origins" },
];

export async function eventsView(_: string, query: URLSearchParams): Promise<Page> {
  const first = await api.events(query);
  const category = select("category", "Category", "any", (c) => `of the category “${c}”`, query);
  const place = suggested("place", "Place", (w) => `at a place called “${w}”`, query);
  const fields = [
    category,
    place,
    words("q", "Words", (w) => `told with the words “${w}”`, query),
    tick("contested", "Contested only", () => "contested", query),
    order(query),
  ];
  const told = (page: Events) => {
    category.offer(page.categories);
    place.offer(page.places);
    return `${page.contested} contested`;
  };
  const list = h("ol", { class: "event-rows" });
  const spec = { noun: "event", fields, list, query, ask: api.events, row, told };
  const body = h(
    "div",
    { class: "page" },
    head(
      "Events",
      "What happened, as claimed: the claims of one occurrence stand together. Newest is what was reported last; the counts say how much stands behind it.",
    ),
    legendLine(),
    listing(spec, first),
  );
  return { title: "Events", body, wide: true };
}

function order(query: URLSearchParams) {
  const control = h("select", { id: idOf("order") }, ORDERS.map((o) => h("option", { value: o.value }, o.label)));
  control.value = query.get("order") ?? "newest";
  const node = h("div", { class: "field" }, h("label", { for: idOf("order") }, "First"), control);
  const value = () => (control.value === "newest" ? "" : control.value);
  return { key: "order", node, control, value, said: () => "", offer: () => undefined };
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
