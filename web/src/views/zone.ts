// One zone: the first of its events by kind, its forecasts, its documents, and where the rest stands.

import { api } from "../api";
import { h } from "../dom";
import { eventCard, forecastCard } from "../pieces/card";
import { counts } from "../pieces/counts";
import { documentList } from "../pieces/documents";
import { legendLine } from "../pieces/legend";
import { link, to } from "../pieces/links";
import { unfolding } from "../pieces/unfolding";
import type { Page } from "../router";
import type { CardGroup, DocumentRow, ZoneFront, ZoneView } from "../types";
import { latestWords } from "./board";

const FIRST = 12; // documents before the rest unfolds
const KINDS: Record<string, { title: string; asked: Record<string, string> | null }> = {
  contested: { title: "Contested", asked: { contested: "true" } },
  reported: { title: "Reported", asked: { kind: "reported" } },
  comments: { title: "Only in readers’ comments: no corroboration", asked: null },
};

export async function zoneView(id: string): Promise<Page> {
  const view = await api.zone(id);
  return { title: view.board.name, wide: true, body: page(view) };
}

function page({ board, documents }: ZoneView): HTMLElement {
  const kind = (wanted: string) => board.groups.filter((g) => g.kind === wanted).map((g) => events(board, g));
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
    board.events === 0 && h("p", { class: "none" }, "No claim of this ledger’s documents tells an event of this zone."),
    kind("contested"),
    kind("reported"),
    section("Expected or threatened", board.ahead, board.forecasts.map((f) => forecastCard(f, "h2")), to.events({ zone: board.id, kind: "ahead" })),
    kind("comments"),
    h("section", { class: "list-section" }, h("h2", {}, `Documents (${documents.length})`), held(documents)),
  );
}

function events({ id }: ZoneFront, { kind, total, events }: CardGroup): HTMLElement | null {
  const { title, asked } = KINDS[kind] ?? { title: kind, asked: null };
  return section(title, total, events.map((card) => eventCard(card, "h2")), to.events({ zone: id, ...asked }));
}

function section(title: string, total: number, cards: HTMLElement[], rest: string): HTMLElement | null {
  if (cards.length === 0) return null;
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, `${title} (${total})`),
    h("div", { class: "card-grid" }, cards),
    cards.length < total && h("p", { class: "zone-more" }, link(rest, `All of them in the list of events: ${title.toLowerCase()}, found by words, place and day`)),
  );
}

function held(documents: DocumentRow[]): (HTMLElement | null)[] {
  const rest = documents.slice(FIRST);
  return [
    documentList(documents.slice(0, FIRST)),
    rest.length > 0 ? unfolding(`${rest.length} more documents`, () => documentList(rest), "rest") : null,
  ];
}
