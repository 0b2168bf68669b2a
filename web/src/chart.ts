// Drawing on Leaflet: the base map from world-atlas, shapes by precision, marks by modality.

import L from "leaflet";
import { countries, type Country } from "./borders";
import { append, h, svg } from "./dom";
import { glyph } from "./glyph";
import { type Group, groups } from "./groups";
import type { Box, Site, SiteFeature } from "./types";
import { named, to } from "./pieces/links";
import { pinnedList } from "./views/map";
import { CERTAINTIES, MODALITIES } from "./words";

const MARK = 22;
const ORDER = Object.keys(MODALITIES);
const SURENESS = Object.keys(CERTAINTIES);
const SHOWN = 10;

export async function draw(
  plane: HTMLElement,
  features: SiteFeature[],
  box: Box | null,
): Promise<void> {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(plane, {
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
    attributionControl: false,
    minZoom: 2,
    maxZoom: 13,
    maxBounds: [
      [-85, -200],
      [85, 200],
    ],
  });
  L.control.scale({ imperial: false }).addTo(map);
  L.control.attribution({ prefix: false }).addAttribution("Borders: Natural Earth").addTo(map);
  frameTo(map, features, box);
  patterns(plane);
  circles(map, features);
  places(map, features);
  const all = await countries();
  if (!plane.isConnected) return;
  base(map, all);
  wholeCountries(map, features, all);
}

function frameTo(map: L.Map, features: SiteFeature[], box: Box | null): void {
  const zone = box && L.latLngBounds([box[0], box[1]], [box[2], box[3]]);
  const points = features.flatMap((f) => (f.geometry ? [at(f)] : []));
  const inside = zone ? points.filter((p) => zone.contains(p)) : points;
  const options = { maxZoom: 10, animate: false };
  if (inside.length > 0) map.fitBounds(L.latLngBounds(inside).pad(0.2), options);
  else if (zone) map.fitBounds(zone, options);
  else map.setView([20, 20], 2);
}

function base(map: L.Map, all: Country[]): void {
  map.createPane("base").classList.add("pane-base");
  const style = { className: "country", weight: 1 };
  L.geoJSON(all, { pane: "base", interactive: false, style }).addTo(map);
}

// Hatching needs <pattern> elements that the paths' fill attributes can name.
function patterns(plane: HTMLElement): void {
  const hatch = (modality: string) =>
    svg(
      "pattern",
      { id: `hatch-${modality}`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      svg("path", { class: `hatch hatch-${modality}`, d: "M0 0V7" }),
    );
  append(plane, [svg("svg", { class: "patterns", width: 0, height: 0, "aria-hidden": "true" }, ORDER.map(hatch))]);
}

function wholeCountries(map: L.Map, features: SiteFeature[], all: Country[]): void {
  for (const [numeric, sites] of grouped(features.filter(isCountry), (f) => f.properties.country_numeric)) {
    const shape = all.find((c) => String(c.id) === numeric);
    const first = sites[0];
    if (!shape || !first) continue;
    const layer = L.geoJSON(shape, { style: outline(first.properties, "area-country") });
    layer.bindPopup(() => popup(sites.map((s) => s.properties))).addTo(map);
    layer.bringToBack();
    if (features.every(isCountry)) map.fitBounds(layer.getBounds(), { animate: false });
  }
}

// One outline a place and extent, in the tone of what is said there most plainly.
function circles(map: L.Map, features: SiteFeature[]): void {
  const located = features.filter((f) => f.geometry !== null);
  const plainest = [...located].sort((a, b) => order(a) - order(b));
  for (const [item] of grouped(plainest, spot).values()) {
    if (!item || item.properties.radius_m === null) continue;
    const { properties } = item;
    const style = outline(properties, `area-${properties.shape}`);
    const circle = L.circle(at(item), { ...style, radius: item.properties.radius_m, interactive: false });
    circle.addTo(map);
  }
}

function spot({ geometry, properties }: SiteFeature): string | null {
  return geometry && `${geometry.coordinates.join(" ")} ${properties.radius_m}`;
}

function order(item: SiteFeature): number {
  return ORDER.indexOf(item.properties.modality);
}

function outline(site: Site, kind: string): L.PathOptions {
  const filled = site.shape === "area" || site.shape === "country";
  return {
    className: `area ${kind} is-${site.modality}`,
    fill: filled,
    fillColor: `url(#hatch-${site.modality})`,
    fillOpacity: site.shape === "country" ? 0.35 : 0.6,
    weight: 1.2,
    ...(site.shape === "point" ? {} : { dashArray: "5 4" }),
  };
}

function isCountry(item: SiteFeature): boolean {
  return item.properties.shape === "country";
}

// One mark a place or cluster of places, holding one glyph for each modality that is said there.
function places(map: L.Map, features: SiteFeature[]): void {
  const located = features.filter((f) => f.geometry !== null);
  const layer = L.layerGroup().addTo(map);
  const redraw = () => {
    layer.clearLayers();
    const found = groups(located, (f) => map.project(at(f)));
    for (const group of found) mark(group, map).addTo(layer);
  };
  map.on("zoomend", redraw);
  redraw();
}

function mark(group: Group, map: L.Map): L.Marker {
  const shown = byModality(group.sites.map((s) => s.properties));
  const icon = L.divIcon({
    className: "site-mark",
    iconSize: [MARK * shown.length, MARK],
    html: h(
      "span",
      { class: "site-glyphs" },
      shown.map(([modality, sites]) =>
        h("span", { class: "site-glyph" }, glyph(modality, surest(sites), 17), badge(sites)),
      ),
      group.labelled && h("span", { class: "site-name" }, group.label),
    ),
  });
  const words = shown.map(([m, sites]) => `${total(sites)} ${MODALITIES[m]?.label ?? m}`);
  const title = `${group.label}: ${words.join(", ")}`;
  const marker = L.marker(map.unproject([group.at.x, group.at.y]), { icon, alt: "", title });
  return marker.bindPopup(() => popup(group.sites.map((s) => s.properties)), {
    maxWidth: 340,
    maxHeight: 320,
  });
}

function byModality(sites: Site[]): [string, Site[]][] {
  const found = [...grouped(sites, (s) => s.modality)];
  return found.sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
}

function surest(sites: Site[]): string {
  const found = Math.min(...sites.map((s) => SURENESS.indexOf(s.certainty)));
  return SURENESS[found] ?? "unknown";
}

function total(sites: Site[]): number {
  return sites.reduce((n, s) => n + s.pinned.length, 0);
}

function badge(sites: Site[]): HTMLElement | null {
  const n = total(sites);
  return n > 1 ? h("span", { class: "site-badge" }, n) : null;
}

function popup(sites: Site[]): HTMLElement {
  const byPlace = [...grouped(sites, (s) => s.place).values()];
  return h("div", { class: "popup" }, byPlace.map(placeEntry));
}

function placeEntry(sites: Site[]): HTMLElement {
  const first = sites[0];
  return h(
    "section",
    {},
    h("h3", {}, first && named(to.place, first.id, first.place)),
    h("p", { class: "minor" }, first ? precisionWords(first) : ""),
    byModality(sites).map(([modality, same]) => [
      h(
        "p",
        { class: `standing is-${modality}` },
        glyph(modality, surest(same), 15),
        h("span", { class: "standing-status" }, MODALITIES[modality]?.label ?? modality),
        h("span", { class: "standing-certainty" }, `at most ${CERTAINTIES[surest(same)]?.label ?? ""}`),
      ),
      pinnedList(same.flatMap((s) => s.pinned).slice(0, SHOWN)),
    ]),
  );
}

function precisionWords(site: Site): string {
  if (site.radius_m === null) return "the whole country: nothing closer is named";
  const drawn = `drawn with ${(site.radius_m / 1000).toLocaleString("en-GB")} km around it`;
  return site.derivation ? `${site.precision}: ${site.derivation}; ${drawn}` : `${site.precision}, ${drawn}`;
}

function at(item: SiteFeature): L.LatLngTuple {
  const [lon, lat] = item.geometry?.coordinates ?? [0, 0];
  return [lat, lon];
}

function grouped<T>(items: T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), item]);
  }
  return groups;
}
