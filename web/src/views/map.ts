// The map: precision decides the shape, modality the mark; what has no place stands in a tray.

import { api } from "../api";
import { h, on } from "../dom";
import type { Events } from "../lists";
import { legendBody } from "../pieces/legend";
import { at, link, named, to } from "../pieces/links";
import { unfolding } from "../pieces/unfolding";
import { go, type Page } from "../router";
import type { Box, Counts, MapView, Overview, Pinned, SiteFeature, Tray } from "../types";
import { day, MODALITIES, plural } from "../words";
import { glyph } from "../glyph";
import { fields } from "./events";

const TRAYS = 20; // names without a pin before the rest unfolds
const SITES = 120; // place marks up to which the list stands unfolded
const SHAPES: [string, string][] = [
  ["point", "a mark in a small circle: a settlement or an exact place, within the circle"],
  ["circle", "a dashed circle: a district or a place that is only described, somewhere inside"],
  ["area", "a wide hatched circle: a region; its extent is nominal, not its border"],
  ["country", "a hatched country: nothing closer than the country is named"],
];

export async function mapView(_: string, query: URLSearchParams): Promise<Page> {
  const zone = query.get("zone");
  const none = new URLSearchParams(query);
  none.set("limit", "1");
  const [view, overview, found] = await Promise.all([api.map(query), api.overview(), api.events(none)]);
  const plane = h("div", { class: "plane", id: "plane" });
  const narrowed = isNarrowed(query);
  return {
    title: "Map",
    wide: true,
    body: page(view, overview, zone, plane, asking(query, found, narrowed)),
    shown: () => void drawOn(plane, view.features, narrowed && !zone ? null : boxOf(overview, zone)),
  };
}

function isNarrowed(query: URLSearchParams): boolean {
  return [...query.keys()].some((key) => !["zone", "as_of", "clock"].includes(key));
}

// The list of events asks with the same words; the zone stands above.
function asking(query: URLSearchParams, found: Events, narrowed: boolean): HTMLElement {
  const { zone: _zone, order: _order, ...asked } = fields(query, []);
  asked.category.offer(found.categories);
  asked.place.offer(found.places);
  const form = h(
    "form",
    { class: "listing-filters", role: "search", "aria-label": "Which events" },
    Object.values(asked).map((field) => field.node),
    h("button", { type: "submit" }, "Show"),
  );
  on(form, "submit", (event) => {
    event.preventDefault();
    const words = Object.values(asked).map((field) => [field.key, field.value()]);
    go(at("/map", Object.fromEntries([["zone", query.get("zone")], ...words])));
  });
  const list = narrowed && link(at("/events", Object.fromEntries(query)), "as a list");
  const all = narrowed && link(to.map(query.get("zone") ?? undefined), "all of them");
  const told = `${found.found} of ${plural(found.total, "event")}`;
  const tally = h("p", { class: "listing-tally", role: "status" }, told, list && [" · ", list, " · ", all]);
  return h("details", { class: "map-asking", open: narrowed }, h("summary", {}, "Which events: words, kind, days"), form, tally);
}

// Leaflet and the base map are fetched only where a map is shown.
export async function drawOn(
  plane: HTMLElement,
  features: SiteFeature[],
  box: Box | null,
): Promise<void> {
  const { draw } = await import("../chart");
  if (plane.isConnected) await draw(plane, features, box);
}

// The first view is on the zones: what lies far off is drawn too, outside of it.
function boxOf({ zones }: Overview, zone: string | null): Box | null {
  const boxes = zones.filter((z) => !zone || z.id === zone).flatMap((z) => (z.box ? [z.box] : []));
  if (boxes.length === 0) return null;
  const ends = (i: number) => boxes.map((box) => box[i] ?? 0);
  return [Math.min(...ends(0)), Math.min(...ends(1)), Math.max(...ends(2)), Math.max(...ends(3))];
}

function page(
  view: MapView,
  overview: Overview,
  zone: string | null,
  plane: HTMLElement,
  asked: HTMLElement,
): HTMLElement {
  return h(
    "div",
    { class: "map-page" },
    h(
      "header",
      { class: "page-head" },
      h("h1", {}, "Where it is said to be"),
      h("nav", { class: "zone-tabs", "aria-label": "Zones" }, tabs(overview, zone)),
      asked,
    ),
    h(
      "div",
      { class: "map-body" },
      h("div", { class: "plane-frame", role: "region", "aria-label": "Map of the claims" }, plane),
      h(
        "aside",
        { class: "map-side", "aria-label": "Legend and what has no pin" },
        h("details", { open: true }, h("summary", {}, "Legend"), legendBody(), shapes()),
        tray(view.tray),
      ),
    ),
    list(view.features),
  );
}

function tabs(overview: Overview, zone: string | null): HTMLElement[] {
  const all = [{ id: "", name: "All zones" }, ...overview.zones];
  return all.map(({ id, name }) => {
    const kept = Object.fromEntries(new URLSearchParams(location.search));
    const tab = link(at("/map", { ...kept, zone: id }), name);
    if (id === (zone ?? "")) tab.setAttribute("aria-current", "page");
    return tab;
  });
}

function shapes(): HTMLElement {
  return h(
    "div",
    { class: "legend" },
    h("p", { class: "legend-title" }, "The shape: how closely the text says where"),
    h(
      "ul",
      {},
      SHAPES.map(([shape, meaning]) => h("li", {}, h("span", { class: `swatch swatch-${shape}` }), h("span", {}, meaning))),
    ),
  );
}

function tray(trays: Tray[]): HTMLElement {
  const total = trays.reduce((n, t) => n + t.pinned.length, 0);
  return h(
    "section",
    { class: "tray", "aria-labelledby": "tray-title" },
    h("h2", { id: "tray-title" }, `Without a pin (${total})`),
    h("p", { class: "minor" }, "Nothing here is put on a capital or a country’s middle."),
    h("p", {}, link(to.unresolved, "Names that no text settles, and what they may mean")),
    trays.slice(0, TRAYS).map(entry),
    trays.length > TRAYS && unfolding(plural(trays.length - TRAYS, "more name"), () => trays.slice(TRAYS).map(entry)),
  );
}

function entry({ place, reason, pinned }: Tray): HTMLElement {
  return unfolding(`${place ? `${place}: ${reason}` : reason} (${pinned.length})`, () => pinnedList(pinned));
}

function zoneWords(): string {
  const query = new URLSearchParams(location.search);
  if (isNarrowed(query)) return "of what is asked for";
  return query.get("zone") ? "of this zone" : "of this ledger";
}

// The map's content as text, for those who do not use the picture.
function list(features: SiteFeature[]): HTMLElement {
  const sorted = [...features].sort((a, b) => a.properties.place.localeCompare(b.properties.place));
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, `The same as a list (${plural(features.length, "place mark")})`),
    features.length === 0 && h("p", { class: "none" }, `No claim ${zoneWords()} says where it was: what there is stands in the list of those without a pin.`),
    sorted.length > SITES
      ? unfolding("Unfold the list", () => entries(sorted))
      : entries(sorted),
  );
}

function entries(sorted: SiteFeature[]): HTMLElement {
  return h("div", { class: "site-grid" }, sorted.map(({ properties }) => siteEntry(properties)));
}

function siteEntry(site: SiteFeature["properties"]): HTMLElement {
  const said = `${site.precision} · ${MODALITIES[site.modality]?.label ?? site.modality} (${site.pinned.length})`;
  const heading = [glyph(site.modality, site.certainty, 16), h("strong", {}, named(to.place, site.id, site.place)), ` ${said}`];
  return unfolding(heading, () => [site.derivation && h("p", { class: "minor" }, site.derivation), pinnedList(site.pinned)], "site");
}

export function pinnedList(pinned: Pinned[]): HTMLElement {
  return h("ul", { class: "pinned" }, pinned.map(pinnedItem));
}

function pinnedItem(item: Pinned): HTMLElement {
  return h(
    "li",
    {},
    item.event ? link(to.event(item.event, item.claim), item.summary) : item.summary,
    h(
      "span",
      { class: "minor" },
      `${item.day ? day(item.day) : "undated"} · ${countsHere(item)}`,
    ),
  );
}

// The event's own counts; where fewer say so of this place, theirs as well.
function countsHere({ counts, of_event: whole }: Pinned): string {
  if (!whole) return threeCounts(counts);
  const same = Object.entries(whole).every(([key, n]) => counts[key as keyof Counts] === n);
  return same ? threeCounts(whole) : `${threeCounts(whole)}; of them here: ${threeCounts(counts)}`;
}

function threeCounts({ documents, publishers, origins }: Counts): string {
  return `${plural(documents, "document")}, ${plural(publishers, "publisher")}, ${plural(origins, "independent origin")}`;
}

// A page named after what it is about, with a map of where that is said to be.
export function withMap(
  view: { name: string; sites: SiteFeature[] },
  body: (plane: HTMLElement) => Node,
): Page {
  const plane = h("div", { class: "plane", id: "plane" });
  const shown = () => void (view.sites.length > 0 && drawOn(plane, view.sites, null));
  return { title: view.name, wide: true, body: body(plane), shown };
}
