// Conflict zones, latest: a column a zone.

import { api } from "../api";
import { h, on } from "../dom";
import { eventCard, forecastCard } from "../pieces/card";
import { asOfForm } from "../pieces/asof";
import { counts } from "../pieces/counts";
import { link, stood, to } from "../pieces/links";
import { masonry } from "../pieces/masonry";
import { legendLine } from "../pieces/legend";
import type { Counts, Front, ZoneFront } from "../types";
import { day, plural } from "../words";
import { go, type Page } from "../router";

const TITLES: Record<string, string> = {
  latest: "Latest",
  "told-by-several": "Told by several origins",
  contested: "Contested",
};

export async function boardView(_: string, query: URLSearchParams): Promise<Page> {
  const since = query.get("since");
  const board = await api.board(since);
  const title = "Conflict zones, latest";
  const body = page(board, title, since);
  return { title, wide: true, body, shown: () => masonry(body.querySelector(".zones")) };
}

function page(board: Front, title: string, since: string | null): HTMLElement {
  if (board.zones.length === 0 && board.elsewhere.documents === 0) return empty(title);
  return h(
    "div",
    { class: "board" },
    h(
      "header",
      { class: "board-head" },
      h("h1", {}, title),
      h("p", { class: "standfirst" }, standfirst(board)),
      h("div", { class: "board-tools" }, counts(board.counts), sinceForm(since), asOfForm()),
      legendLine(),
      jump(board.zones),
    ),
    h("div", { class: "zones" }, board.zones.map(zone)),
    elsewhere(board.elsewhere),
  );
}

function standfirst(board: Front): string {
  const zones = plural(board.zones.length, "zone");
  return `${plural(board.claims, "claim")} read from the reports on ${zones}. Each zone stands at its own latest report; that of the latest comes first.`;
}

function jump(zones: ZoneFront[]): HTMLElement {
  const links = zones.map((z) => h("li", {}, link(`#zone-${z.id}`, z.name), " ", h("span", { class: "minor" }, day(z.latest))));
  return h("nav", { class: "jump", "aria-label": "Zones on this page" }, h("ul", {}, links));
}

function sinceForm(since: string | null): HTMLElement {
  const field = h("input", { type: "date", id: "since", name: "since", value: since });
  const form = h(
    "form",
    { class: "since" },
    h("label", { for: "since" }, "What is new since"),
    field,
    h("button", { type: "submit" }, "Show"),
    since && link(to.board(), "each zone’s last two days"),
  );
  return on(form, "submit", (event) => {
    event.preventDefault();
    go(to.board({ since: field.value }));
  });
}

function zone(board: ZoneFront): HTMLElement {
  const id = `zone-${board.id}`;
  return h(
    "section",
    { class: "zone", "aria-labelledby": id },
    h(
      "header",
      { class: "zone-head" },
      h("h2", { id }, link(to.zone(board.id), board.name)),
      h("p", { class: "zone-latest" }, latestWords(board)),
      counts(board.counts),
      news(board),
    ),
    board.groups.map(({ kind, events }) =>
      group(TITLES[kind] ?? kind, events.map((e) => eventCard(e, "h3")), kind === "contested" ? "zone-contested" : "zone-events"),
    ),
    group("Expected or threatened", board.forecasts.map((f) => forecastCard(f, "h3")), "zone-ahead"),
    h(
      "p",
      { class: "zone-more" },
      link(to.zone(board.id), `All ${plural(board.events, "event")} and documents`),
      " · ",
      link(to.map(board.id), "On the map"),
    ),
  );
}

export function latestWords(board: ZoneFront): string {
  const latest = board.latest ? `latest: ${day(board.latest)}` : "no dated report";
  return board.undated ? `${latest} · ${plural(board.undated, "document")} without a date` : latest;
}

// Each count leads to the list of what it counts.
function news({ id, since, ...board }: ZoneFront): HTMLElement | null {
  if (!since) return null;
  const told = (kind: string, words: string, asked: Record<string, string>) =>
    h("a", { class: `tag tag-${kind}`, href: to.events({ zone: id, ...asked }) }, words);
  return h(
    "p",
    { class: "zone-news" },
    board.new > 0 && told("new", `${board.new} new since ${day(since)}`, { since }),
    board.contested > 0 && told("contested", `${board.contested} contested`, { contested: "true" }),
    board.ahead > 0 && told("ahead", `${plural(board.ahead, "event")} expected or threatened`, { kind: "ahead" }),
  );
}

function group(title: string, cards: HTMLElement[], kind: string): HTMLElement | null {
  if (cards.length === 0) return null;
  return h(
    "div",
    { class: `zone-group ${kind}` },
    h("h3", { class: "zone-group-title" }, title),
    cards,
  );
}

function elsewhere(held: Counts): HTMLElement | null {
  if (held.documents === 0) return null;
  return h(
    "aside",
    { class: "elsewhere", "aria-label": "Outside the zones" },
    h("h2", {}, link(to.zone("elsewhere"), "Elsewhere")),
    h("p", {}, "Events in no zone that the desk follows, and documents that belong to none."),
    counts(held),
  );
}

function empty(title: string): HTMLElement {
  const { as_of: shown } = stood();
  if (shown) return h("div", { class: "sorry" }, h("h1", {}, title), h("p", {}, `No document of this ledger had surely appeared by the end of ${day(shown)}.`), asOfForm());
  return h(
    "div",
    { class: "sorry" },
    h("h1", {}, title),
    h("p", {}, "This ledger holds no documents yet. Add some, then load this page again:"),
    h("pre", {}, h("code", {}, "fogline add FILE-OR-ADDRESS")),
  );
}
