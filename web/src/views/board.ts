// Conflict zones, latest: a column a zone.

import { api } from "../api";
import { h, on } from "../dom";
import { eventCard, forecastCard } from "../pieces/card";
import { asOfForm } from "../pieces/asof";
import { tag } from "../pieces/tag";
import { counts } from "../pieces/counts";
import { link, to } from "../pieces/links";
import { masonry } from "../pieces/masonry";
import { legendLine } from "../pieces/legend";
import type { Board, EventCard, ZoneBoard } from "../types";
import { day, plural } from "../words";
import { go, type Page } from "../router";

const LATEST = 4;
const BORNE_OUT = 2;
const CONTESTED = 3;
const AHEAD = 3;

export async function boardView(_: string, query: URLSearchParams): Promise<Page> {
  const since = query.get("since");
  const board = await api.board(since);
  const title = "Conflict zones, latest";
  const body = page(board, title, since);
  return { title, wide: true, body, shown: () => masonry(body.querySelector(".zones")) };
}

function page(board: Board, title: string, since: string | null): HTMLElement {
  if (board.zones.length === 0 && board.elsewhere.counts.documents === 0) return empty(title);
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

function standfirst(board: Board): string {
  const zones = plural(board.zones.length, "zone");
  return `${plural(board.claims, "claim")} read from the reports on ${zones}. Each zone stands at its own latest report; that of the latest comes first.`;
}

function jump(zones: ZoneBoard[]): HTMLElement {
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

function zone(board: ZoneBoard): HTMLElement {
  const reported = board.events.filter((e) => !e.only_comments);
  const contested = reported.filter(isContested);
  const said = reported.filter((e) => !isAhead(e) && !isContested(e));
  const latest = onceTold(said).slice(0, LATEST);
  const borneOut = said.filter((e) => saying(e) > 1 && !latest.includes(e)).sort(byOrigins);
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
    group("Latest", latest.map((e) => eventCard(e, "h3")), "zone-events"),
    group("Told by several origins", borneOut.slice(0, BORNE_OUT).map((e) => eventCard(e, "h3")), "zone-events"),
    group("Contested", contested.slice(0, CONTESTED).map((e) => eventCard(e, "h3")), "zone-contested"),
    group("Expected or threatened", board.forecasts.slice(0, AHEAD).map((f) => forecastCard(f, "h3")), "zone-ahead"),
    h(
      "p",
      { class: "zone-more" },
      link(to.zone(board.id), `All ${plural(board.events.length, "event")} and documents`),
      " · ",
      link(to.map(board.id), "On the map"),
    ),
  );
}

// One sentence can tell of several events: a column shows it once, the others stand on its page.
function onceTold(cards: EventCard[]): EventCard[] {
  const seen = new Set<string>();
  return cards.filter(({ lead }) => !seen.has(lead.words) && seen.add(lead.words));
}

// Who denies a thing is no more on its side for being an origin of his own.
function saying({ counts, denying }: EventCard): number {
  return counts.origins - denying;
}

function byOrigins(a: EventCard, b: EventCard): number {
  return saying(b) - saying(a) || b.counts.documents - a.counts.documents;
}

export function latestWords(board: ZoneBoard): string {
  const latest = board.latest ? `latest: ${day(board.latest)}` : "no dated report";
  return board.undated ? `${latest} · ${plural(board.undated, "document")} without a date` : latest;
}

function news(board: ZoneBoard): HTMLElement | null {
  const fresh = board.events.filter((e) => e.new && !e.only_comments).length;
  const contested = board.events.filter(isContested).length;
  if (!board.since) return null;
  return h(
    "p",
    { class: "zone-news" },
    fresh > 0 && tag("new", `${fresh} new since ${day(board.since)}`),
    contested > 0 && tag("contested", `${contested} contested`),
    board.forecasts.length > 0 && tag("ahead", `${plural(board.forecasts.length, "event")} expected or threatened`),
  );
}

export function isContested(card: EventCard): boolean {
  return card.contradictions.some((c) => c.state === "open");
}

export function isAhead(card: EventCard): boolean {
  return card.status === "forecast" || card.status === "threatened";
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

function elsewhere(board: ZoneBoard): HTMLElement | null {
  if (board.counts.documents === 0) return null;
  return h(
    "aside",
    { class: "elsewhere", "aria-label": "Outside the zones" },
    h("h2", {}, link(to.zone("elsewhere"), "Elsewhere")),
    h("p", {}, "Events in no zone that the desk follows, and documents that belong to none."),
    counts(board.counts),
  );
}

function empty(title: string): HTMLElement {
  return h(
    "div",
    { class: "sorry" },
    h("h1", {}, title),
    h("p", {}, "This ledger holds no documents yet. Add some, then load this page again:"),
    h("pre", {}, h("code", {}, "fogline add FILE-OR-ADDRESS")),
  );
}
