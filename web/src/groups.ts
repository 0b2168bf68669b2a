// Sites that would stand on each other at the present zoom share one mark.

import type { SiteFeature } from "./types";

export interface Point {
  x: number;
  y: number;
}

export interface Group {
  at: Point;
  sites: SiteFeature[];
  label: string;
  labelled: boolean;
}

const NEAR = 46;
// Above so many, one of them would stand for a wide country.
const NAMED = 6;
const LETTER = 6.6;
const LINE = 16;

export function groups(sites: SiteFeature[], project: (site: SiteFeature) => Point): Group[] {
  const found: Group[] = [];
  for (const site of [...sites].sort((a, b) => weight(b) - weight(a))) {
    const at = project(site);
    const near = found.find((g) => Math.hypot(g.at.x - at.x, g.at.y - at.y) < NEAR);
    if (near) near.sites.push(site);
    else found.push({ at, sites: [site], label: "", labelled: false });
  }
  for (const group of found) group.label = label(group);
  return spaced(found);
}

function weight(site: SiteFeature): number {
  return site.properties.pinned.length;
}

function label({ sites }: Group): string {
  const names = [...new Set(sites.map((s) => s.properties.place))];
  if (names.length > NAMED) return `${names.length} places`;
  return names.length > 1 ? `${names[0]} and ${names.length - 1} more` : (names[0] ?? "");
}

type Box = [number, number, number, number];

// A name is left off where it would cover another: the heavier mark keeps its own.
function spaced(found: Group[]): Group[] {
  const taken: Box[] = found.map(({ at }) => [at.x - 20, at.y - 12, at.x + 20, at.y + 10]);
  for (const [i, group] of found.entries()) {
    const half = (group.label.length * LETTER) / 2;
    const box: Box = [group.at.x - half, group.at.y + 11, group.at.x + half, group.at.y + 11 + LINE];
    group.labelled = !taken.some((other, j) => j !== i && overlap(box, other));
    if (group.labelled) taken.push(box);
  }
  return found;
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
