// What became of a forecast: in words, where it differs, and the claims that say so.

import { type Child, h } from "../dom";
import type { Outcome } from "../types";
import { day, plural } from "../words";
import { tag } from "./tag";
import { unfolding } from "./unfolding";

const TITLES: Record<string, string> = {
  "borne-out": "The words that bear it out",
  "borne-out-late": "The words that bear it out, late",
  "borne-out-in-part": "The words that bear it out, in part",
  "not-borne-out": "The words that speak against it",
  open: "What has come of it so far",
};
const DIFFERENCES: Record<string, string> = {
  event: "of another kind",
  actors: "by others",
  recipients: "to others",
  places: "elsewhere",
  quantities: "not as many",
};
const PARTLY: Record<string, string> = { "borne-out-in-part": "in part", open: "so far" };
const SHOWN = 3;
const DAY = 86_400_000;

export function outcomeTitle(kind: string): string {
  return TITLES[kind] ?? "What is told like it";
}

// How what came differs from what was forecast, a mark each: late by how much, elsewhere, by others.
export function differences({ kind, differs_in }: Outcome, until: string | null, told: (string | null)[]): Child {
  const marks = differs_in.map((slot) => (slot === "when" ? late(until, told) : (DIFFERENCES[slot] ?? slot)));
  if (marks.length === 0) return null;
  const whole = PARTLY[kind] ? `${PARTLY[kind]}: ` : "";
  return h("p", { class: "differences" }, marks.map((mark) => [tag("differs", whole + mark), " "]));
}

function late(until: string | null, told: (string | null)[]): string {
  const first = told.filter((found) => found !== null).sort()[0];
  if (!until || !first || first <= until) return "late";
  const days = Math.round((Date.parse(first) - Date.parse(until)) / DAY);
  return `late: ${plural(days, "day")} after its window closed on ${day(until)}`;
}

// `made` draws a claim; those that unfold are drawn when they do.
export function restsOn<T>(kind: string, claims: T[], made: (claim: T) => Child): Child {
  if (claims.length === 0) return null;
  const [first, rest] = [claims.slice(0, SHOWN), claims.slice(SHOWN)];
  const list = (found: Child[]) => h("ul", { class: "rests-on" }, found.map((claim) => h("li", {}, claim)));
  return h(
    "div",
    { class: "outcome-rests" },
    h("p", { class: "outcome-title" }, `${outcomeTitle(kind)}:`),
    list(first.map(made)),
    rest.length > 0 && unfolding(plural(rest.length, "more claim"), () => list(rest.map(made))),
  );
}
