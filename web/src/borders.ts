// Countries from world-atlas, made fit for a flat map.

import type { Feature, Geometry, MultiPolygon, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import address from "world-atlas/countries-10m.json?url";

export type Country = Feature<Geometry, { name: string }>;
type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

// It rounds the pole, which has no place on this map.
const ANTARCTICA = "010";

export async function countries(): Promise<Country[]> {
  const response = await fetch(address);
  const topology = (await response.json()) as Atlas;
  const all = feature(topology, topology.objects.countries).features;
  return all.filter((c) => c.id !== ANTARCTICA).map(flat);
}

// A ring that crosses the 180th meridian would be drawn back across the whole map.
function flat(country: Country): Country {
  const { geometry } = country;
  if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") return country;
  const polygons = parts(geometry).flatMap((rings) => onBothSides(rings.map(unwrapped)));
  return { ...country, geometry: { type: "MultiPolygon", coordinates: polygons } };
}

function parts(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function unwrapped(ring: Position[]): Position[] {
  let turn = 0;
  let last: number | undefined;
  return ring.map(([lon = 0, lat = 0]) => {
    if (last !== undefined && Math.abs(lon - last) > 180) turn += lon < last ? 360 : -360;
    last = lon;
    return [lon + turn, lat];
  });
}

// What reaches past one edge of the map is shown at the other edge too.
function onBothSides(rings: Position[][]): Position[][][] {
  const longitudes = (rings[0] ?? []).map(([lon = 0]) => lon);
  const moved = (by: number) => rings.map((r) => r.map(([lon = 0, lat = 0]) => [lon + by, lat]));
  if (longitudes.some((lon) => lon > 180)) return [rings, moved(-360)];
  return longitudes.some((lon) => lon < -180) ? [rings, moved(360)] : [rings];
}
