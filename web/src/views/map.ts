// The map: precision decides the shape, modality the mark; what has no place stands in a tray.

import { api } from "../api";
import { h } from "../dom";
import { legendBody } from "../pieces/legend";
import { link, named, to } from "../pieces/links";
import type { Page } from "../router";
import type { Box, Counts, MapView, Overview, Pinned, SiteFeature, Tray } from "../types";
import { day, MODALITIES, plural } from "../words";
import { glyph } from "../glyph";

const SHAPES: [string, string][] = [
  ["point", "a mark in a small circle: a settlement or an exact place, within the circle"],
  ["circle", "a dashed circle: a district or a place that is only described, somewhere inside"],
  ["area", "a wide hatched circle: a region; its extent is nominal, not its border"],
  ["country", "a hatched country: nothing closer than the country is named"],
];

export async function mapView(_: string, query: URLSearchParams): Promise<Page> {
  const zone = query.get("zone");
  const [view, overview] = await Promise.all([api.map(zone), api.overview()]);
  const plane = h("div", { class: "plane", id: "plane" });
  return {
    title: "Map",
    wide: true,
    body: page(view, overview, zone, plane),
    shown: () => void drawOn(plane, view.features, boxOf(overview, zone)),
  };
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

function boxOf({ zones }: Overview, zone: string | null): Box | null {
  return zones.find((z) => z.id === zone)?.box ?? null;
}

function page(
  view: MapView,
  overview: Overview,
  zone: string | null,
  plane: HTMLElement,
): HTMLElement {
  return h(
    "div",
    { class: "map-page" },
    h(
      "header",
      { class: "page-head" },
      h("h1", {}, "Where it is said to be"),
      h("nav", { class: "zone-tabs", "aria-label": "Zones" }, tabs(overview, zone)),
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
    const tab = link(to.map(id || undefined), name);
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
    trays.map((t) =>
      h(
        "details",
        {},
        h("summary", {}, t.place ? `${t.place}: ${t.reason}` : t.reason, ` (${t.pinned.length})`),
        pinnedList(t.pinned),
      ),
    ),
  );
}

function zoneWords(): string {
  return new URLSearchParams(location.search).get("zone") ? "of this zone" : "of this ledger";
}

// The map's content as text, for those who do not use the picture.
function list(features: SiteFeature[]): HTMLElement {
  const sorted = [...features].sort((a, b) => a.properties.place.localeCompare(b.properties.place));
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, `The same as a list (${plural(features.length, "place mark")})`),
    features.length === 0 && h("p", { class: "none" }, `No claim ${zoneWords()} says where it was: what there is stands in the list of those without a pin.`),
    h("div", { class: "site-grid" }, sorted.map(({ properties }) => siteEntry(properties))),
  );
}

function siteEntry(site: SiteFeature["properties"]): HTMLElement {
  return h(
    "details",
    { class: "site" },
    h(
      "summary",
      {},
      glyph(site.modality, site.certainty, 16),
      h("strong", {}, named(to.place, site.id, site.place)),
      ` ${site.precision} · ${MODALITIES[site.modality]?.label ?? site.modality} (${site.pinned.length})`,
    ),
    site.derivation && h("p", { class: "minor" }, site.derivation),
    pinnedList(site.pinned),
  );
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
