// Numbers and days of several sides on one scale each.

import { h, svg } from "../dom";
import type { ContradictionRow, Side, Toll } from "../lists";
import type { Day } from "../types";
import { day } from "../words";

const DAY = 86_400_000;
export const DENYING = new Set(["deny it", "take it back"]);

// One bar a side, from the least to the most that it tells; an end not told fades out.
export function tollScale(sides: Side[], counted: string): HTMLElement {
  const top = rounded(Math.max(1, ...sides.map(({ toll }) => toll?.max ?? toll?.min ?? 0)) * 1.08);
  const words = sides.map((side) => side.says).join("; ");
  return h(
    "figure",
    { class: "tolls" },
    h("figcaption", {}, `${counted}, on one scale`),
    h(
      "div",
      { class: "tolls-plane", role: "img", "aria-label": `${counted}, from 0 to ${number(top)}: ${words}` },
      sides.map((side) => side.toll && bar(side, side.toll, top)),
      h("p", { class: "tolls-axis" }, h("span", {}, "0"), h("span", {}, number(top))),
    ),
  );
}

function bar(side: Side, toll: Toll, top: number): HTMLElement {
  const from = ((toll.min ?? 0) / top) * 100;
  const until = ((toll.max ?? top) / top) * 100;
  const open = toll.min === null || toll.max === null;
  return h(
    "div",
    { class: "toll" },
    h("span", { class: "toll-name" }, side.says),
    svg(
      "svg",
      { class: "toll-track", width: "100%", height: 14, focusable: "false" },
      svg("line", { class: "toll-line", x1: "0", x2: "100%", y1: 7, y2: 7 }),
      svg("rect", { class: open ? "toll-bar is-open" : "toll-bar", x: `${from}%`, y: 2, width: `${Math.max(until - from, 0)}%`, height: 10 }),
      toll.min === toll.max
        ? svg("circle", { class: "toll-point", cx: `${from}%`, cy: 7, r: 5 })
        : [toll.min, toll.max].map((end) => end !== null && mark((end / top) * 100)),
    ),
  );
}

function mark(at: number): SVGElement {
  return svg("line", { class: "toll-end", x1: `${at}%`, x2: `${at}%`, y1: 0, y2: 14 });
}

// Up to a round number: the scale ends at 1,000 and not at 972.
function rounded(n: number): number {
  const size = 10 ** Math.floor(Math.log10(n));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((s) => s * size >= n) ?? 10;
  return Math.max(step * size, 1);
}

function number(n: number): string {
  return n.toLocaleString("en-GB");
}

// A lane and the days on which something stands in it; `kind` gives it another look.
export interface Lane {
  name: string;
  days: Day[];
  kind?: string;
}

// When each side spoke, over the days of the reports.
export function lanes({ sides, first, last }: ContradictionRow): HTMLElement | null {
  if (!first || !last) return null;
  const told = sides.map((side) => ({ name: side.says, days: spoken(side), kind: DENYING.has(side.says) ? "is-denying" : "" }));
  return laneChart("when each side spoke", told, [first, last]);
}

// A mark a day in each lane, on one scale of days; nothing is drawn where all of it is of one day.
export function laneChart(caption: string, told: Lane[], [first, last]: [Day, Day]): HTMLElement | null {
  if (first === last) return null;
  const length = Date.parse(last) - Date.parse(first) + DAY;
  const place = (day: string) => ((Date.parse(day.slice(0, 10)) - Date.parse(first) + DAY / 2) / length) * 100;
  return h(
    "figure",
    { class: "tolls" },
    h("figcaption", {}, caption),
    h(
      "div",
      { class: "tolls-plane", "aria-hidden": "true" },
      told.map((each) => lane(each, each.days.map(place))),
      h("p", { class: "tolls-axis" }, h("span", {}, day(first)), h("span", {}, day(last))),
    ),
    h("p", { class: "unseen" }, told.map(({ name, days }) => `${name}: ${days.map(day).join(", ") || "undated"}. `)),
  );
}

function spoken({ claims }: Side): string[] {
  const told = claims.map((c) => c.published).filter((p) => p.earliest === p.latest);
  return [...new Set(told.map((p) => p.latest).filter((found) => found !== null))].sort();
}

function lane({ name, kind }: Lane, places: number[]): HTMLElement {
  return h(
    "div",
    { class: `toll ${kind ?? ""}` },
    h("span", { class: "toll-name" }, name),
    svg(
      "svg",
      { class: "toll-track", width: "100%", height: 14, focusable: "false" },
      svg("line", { class: "toll-line", x1: "0", x2: "100%", y1: 7, y2: 7 }),
      places.map((at) => svg("circle", { class: "toll-point", cx: `${at}%`, cy: 7, r: 5 })),
    ),
  );
}
