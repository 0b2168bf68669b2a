// Who told of an event on which day, and who of them first, as far as days of publication say so.

import { type Child, h } from "../dom";
import type { ClaimView, Day, EventView } from "../types";
import { day, plural } from "../words";
import { link, to } from "./links";
import { laneChart } from "./scale";

const NAMED = 4; // who told of it on the first day
const LANES = 12; // origins that are drawn, those that told of it first

interface Teller {
  name: string;
  claims: ClaimView[];
  days: Day[];
}

// `name` says whose word an origin's claims are.
export function telling(view: EventView, name: (claims: ClaimView[]) => string): Child {
  const tellers = view.independent.map(({ claims }) => teller(view.claims.filter((c) => claims.includes(c.id)), name));
  const dated = tellers.filter(({ days }) => days.length > 0).sort((a, b) => (a.days[0] ?? "").localeCompare(b.days[0] ?? ""));
  const [first, last] = [dated[0]?.days[0], dated.flatMap(({ days }) => days).sort().at(-1)];
  if (!first || !last) return h("p", {}, "No report of it has a day: who told of it first cannot be said.");
  const rest = dated.length - LANES;
  return [
    h("p", {}, earliest(dated, first), undated(tellers.length - dated.length)),
    laneChart("when each independent origin told of it", dated.slice(0, LANES).map(lane), [first, last]),
    rest > 0 && first !== last && h("p", { class: "minor" }, `${plural(rest, "more origin")}, told later, stand in the table below.`),
  ];
}

function teller(claims: ClaimView[], name: (claims: ClaimView[]) => string): Teller {
  const known = claims.map((c) => c.published).filter((p) => p.latest && p.earliest === p.latest);
  return { name: name(claims), claims, days: [...new Set(known.map((p) => p.latest ?? ""))].sort() };
}

function lane({ name, claims, days }: Teller) {
  const denies = claims.every((c) => c.polarity === "negative");
  return { name: denies ? `${name} (denies it)` : name, days, kind: denies ? "is-denying" : "" };
}

// A day is all that is known: of those who told of it on the same one, none is put first.
function earliest(dated: Teller[], first: Day): Child[] {
  const tied = dated.filter(({ days }) => days[0] === first);
  const named = tied.slice(0, NAMED).map((each, i) => [i > 0 && "; ", toldIn(each, first)]);
  const rest = tied.length > NAMED ? ` and ${tied.length - NAMED} more` : "";
  const pages = new Set(tied.flatMap((each) => on(each, first).map((c) => c.document))).size;
  const order = pages > 1 ? " Which of them came first on that day is not known." : "";
  return ["Told first on ", day(first), ": ", named, `${rest}.${order}`];
}

function on({ claims }: Teller, wanted: Day): ClaimView[] {
  return claims.filter(({ published }) => published.earliest === wanted && published.latest === wanted);
}

// An origin whose word several tell as their own on that day has the names of all of them.
function toldIn(teller: Teller, first: Day): Child {
  const told = on(teller, first);
  if (!told.every((c) => c.voice?.own)) return told[0] ? link(to.document(told[0].document, told[0].id), teller.name) : teller.name;
  const each = [...new Map(told.map((c) => [c.publisher ?? "unnamed publisher", c]))].sort(([a], [b]) => a.localeCompare(b));
  const names = each.map(([name, c], i) => [i > 0 && ", ", link(to.document(c.document, c.id), name)]);
  return each.length > 1 ? [names, " (one origin)"] : names;
}

function undated(n: number): string {
  return n > 0 ? ` ${plural(n, "origin")} without a day may have told of it before.` : "";
}
