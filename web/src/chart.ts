// Drawing on Leaflet: the base map from world-atlas, shapes by precision, marks by modality.

import L from "leaflet";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Feature, Geometry } from "geojson";
import atlasAddress from "world-atlas/countries-10m.json?url";
import { append, h, svg } from "./dom";
import { glyph } from "./glyph";
import type { Site, SiteFeature } from "./types";
import { CERTAINTIES, MODALITIES } from "./words";
import { pinnedList } from "./views/map";

type Country = Feature<Geometry, { name: string }>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const MARK = 22;
const ORDER = Object.keys(MODALITIES);

export async function draw(plane: HTMLElement, features: SiteFeature[]): Promise<void> {
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
  frameTo(map, features);
  patterns(plane);
  circles(map, features);
  places(map, features);
  const countries = await atlas();
  if (!plane.isConnected) return;
  base(map, countries);
  wholeCountries(map, features, countries);
}

async function atlas(): Promise<Country[]> {
  const response = await fetch(atlasAddress);
  const topology = (await response.json()) as Atlas;
  return feature(topology, topology.objects.countries).features;
}

function frameTo(map: L.Map, features: SiteFeature[]): void {
  const points = features.flatMap((f) => (f.geometry && f.properties.shape !== "area" ? [at(f)] : []));
  if (points.length === 0) map.setView([20, 20], 2);
  else map.fitBounds(L.latLngBounds(points).pad(0.15), { maxZoom: 10, animate: false });
}

function base(map: L.Map, countries: Country[]): void {
  map.createPane("base").classList.add("pane-base");
  const pane = "base";
  L.geoJSON(countries, { pane, interactive: false, style: { className: "country", weight: 1 } }).addTo(map);
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

function wholeCountries(map: L.Map, features: SiteFeature[], countries: Country[]): void {
  for (const [numeric, sites] of grouped(features.filter(isCountry), (f) => f.properties.country_numeric)) {
    const shape = countries.find((c) => String(c.id) === numeric);
    const first = sites[0];
    if (!shape || !first) continue;
    const layer = L.geoJSON(shape, { style: outline(first.properties, "area-country") });
    layer.bindPopup(() => popup(sites.map((s) => s.properties))).addTo(map);
    layer.bringToBack();
  }
}

function circles(map: L.Map, features: SiteFeature[]): void {
  for (const item of features.filter((f) => f.geometry !== null)) {
    const { properties } = item;
    if (properties.radius_m === null) continue;
    const style = outline(properties, `area-${properties.shape}`);
    const circle = L.circle(at(item), { ...style, radius: properties.radius_m, interactive: false });
    circle.addTo(map);
  }
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

// One mark a place, holding one glyph for each modality that is said of it.
function places(map: L.Map, features: SiteFeature[]): void {
  const located = features.filter((f) => f.geometry !== null);
  const groups = [...grouped(located, (f) => f.geometry?.coordinates.join(" ") ?? null).values()];
  for (const sites of groups.sort((a, b) => said(a) - said(b))) {
    const first = sites[0];
    if (first) mark(first, sites.map((s) => s.properties)).addTo(map);
  }
}

function mark(first: SiteFeature, sites: Site[]): L.Marker {
  const ordered = [...sites].sort((a, b) => ORDER.indexOf(a.modality) - ORDER.indexOf(b.modality));
  const name = first.properties.place;
  const icon = L.divIcon({
    className: `site-mark shape-${first.properties.shape}`,
    iconSize: [MARK * ordered.length, MARK],
    html: h(
      "span",
      { class: "site-glyphs" },
      ordered.map((s) => h("span", { class: "site-glyph" }, glyph(s.modality, s.certainty, 17), badge(s))),
      h("span", { class: "site-name" }, name),
    ),
  });
  const words = ordered.map((s) => `${s.pinned.length} ${MODALITIES[s.modality]?.label ?? ""}`);
  const marker = L.marker(at(first), { icon, keyboard: true, alt: "", title: `${name}: ${words.join(", ")}` });
  marker.bindPopup(() => popup(ordered), { maxWidth: 340, maxHeight: 320 });
  return marker;
}

function badge(site: Site): HTMLElement | null {
  return site.pinned.length > 1 ? h("span", { class: "site-badge" }, site.pinned.length) : null;
}

function popup(sites: Site[]): HTMLElement {
  const first = sites[0];
  return h(
    "div",
    { class: "popup" },
    h("h3", {}, first?.place ?? ""),
    h("p", { class: "minor" }, first ? precisionWords(first) : ""),
    sites.map((site) => [
      h(
        "p",
        { class: `standing is-${site.modality}` },
        glyph(site.modality, site.certainty, 15),
        h("span", { class: "standing-status" }, MODALITIES[site.modality]?.label),
        h("span", { class: "standing-certainty" }, `at most ${CERTAINTIES[site.certainty]?.label ?? ""}`),
      ),
      pinnedList(site.pinned.slice(0, 12)),
    ]),
  );
}

function precisionWords(site: Site): string {
  if (site.radius_m === null) return "the whole country: nothing closer is named";
  return `${site.precision}, drawn with ${(site.radius_m / 1000).toLocaleString("en-GB")} km around it`;
}

function said(sites: SiteFeature[]): number {
  return sites.reduce((n, s) => n + s.properties.pinned.length, 0);
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
