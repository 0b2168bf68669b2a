// One zone: all its events by kind, its forecasts, its documents.

import { api } from "../api";
import { h } from "../dom";
import { eventCard, forecastCard } from "../pieces/card";
import { counts } from "../pieces/counts";
import { documentList } from "../pieces/documents";
import { legendLine } from "../pieces/legend";
import { link, to } from "../pieces/links";
import type { Page } from "../router";
import type { EventCard, ZoneView } from "../types";
import { isAhead, isContested, latestWords } from "./board";

const FIRST = 12;

export async function zoneView(id: string): Promise<Page> {
  const view = await api.zone(id);
  return { title: view.board.name, wide: true, body: page(view) };
}

function page({ board, documents }: ZoneView): HTMLElement {
  const reported = board.events.filter((e) => !e.only_comments);
  const contested = reported.filter(isContested);
  const others = reported.filter((e) => !isContested(e) && !isAhead(e));
  const readers = board.events.filter((e) => e.only_comments);
  return h(
    "div",
    { class: "zone-page" },
    h(
      "header",
      { class: "page-head" },
      h("p", { class: "trail" }, link(to.board(), "Conflict zones, latest")),
      h("h1", {}, board.name),
      h("p", { class: "zone-latest" }, latestWords(board), " · ", link(to.map(board.id), "on the map")),
      counts(board.counts),
      legendLine(),
    ),
    board.events.length === 0 &&
      h("p", { class: "none" }, "No claim of this ledger’s documents tells an event of this zone."),
    section("Contested", contested.map(card)),
    section("Reported", others.map(card)),
    section("Expected or threatened", board.forecasts.map((f) => forecastCard(f, "h2"))),
    section("Only in readers’ comments: no corroboration", readers.map(card)),
    h(
      "section",
      { class: "list-section" },
      h("h2", {}, `Documents (${documents.length})`),
      documentList(documents),
    ),
  );
}

function card(event: EventCard): HTMLElement {
  return eventCard(event, "h2");
}

function section(title: string, cards: HTMLElement[]): HTMLElement | null {
  if (cards.length === 0) return null;
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, `${title} (${cards.length})`),
    h("div", { class: "card-grid" }, cards.slice(0, FIRST)),
    rest(cards.slice(FIRST)),
  );
}

function rest(cards: HTMLElement[]): HTMLElement | null {
  if (cards.length === 0) return null;
  return h(
    "details",
    { class: "rest" },
    h("summary", {}, `${cards.length} more`),
    h("div", { class: "card-grid" }, cards),
  );
}
