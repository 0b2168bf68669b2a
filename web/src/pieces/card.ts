// An event and a forecast as cards of the board.

import { type Child, h } from "../dom";
import type { EventCard, ForecastCard, Lead, Summary } from "../types";
import { dated, day, eventTime, gradeWords, outcomeWords, plural, standingWords, UNJUDGED } from "../words";
import { chainLine } from "./chain";
import { counts } from "./counts";
import { link, to } from "./links";
import { differences, restsOn } from "./outcome";
import { quote } from "./quote";
import { standing } from "./standing";
import { tag } from "./tag";

// `under` is the heading that the card stands below.
type Under = "h2" | "h3";

export function eventCard(card: EventCard, under: Under): HTMLElement {
  return h(
    "article",
    { class: "card" },
    h("p", { class: "card-standing" }, standing(card), card.new && tag("new", "new")),
    line(under, card.id, card),
    h("p", { class: "card-when" }, times(card)),
    words(card.lead),
    contested(card),
    others(card),
    counts(card.counts, card.denying),
    graded(card),
  );
}

// The reason stands in full where the grade says more than that nothing can be judged yet.
function graded({ credibility: { grade, reason } }: EventCard): HTMLElement {
  const words = `Grade ${grade}: ${gradeWords(grade)}`;
  if (grade === UNJUDGED) return h("p", { class: "card-grade", title: reason }, words);
  return h("p", { class: "card-grade" }, h("strong", {}, words), `. ${dated(reason)}`);
}

export function forecastCard(card: ForecastCard, under: Under): HTMLElement {
  return h(
    "article",
    { class: "card card-forecast" },
    h("p", { class: "card-standing" }, standing(card)),
    line(under, card.event, card),
    h("p", { class: "card-when" }, windowWords(card)),
    words(card.lead),
    became(card),
    since(card),
    counts(card.counts),
  );
}

function line(under: Under, event: string, { summary, lead }: { summary: Summary; lead: Lead }): HTMLElement {
  const level = under === "h2" ? "h3" : "h4";
  return h(level, { class: "card-line" }, link(to.event(event, lead.claim), summary.line));
}

function times(card: EventCard): string {
  const when = card.when.basis === "none" ? "no time in the text" : eventTime(card.when);
  if (!card.last_reported) return `${when} · report undated`;
  return `${when} · reported ${day(card.last_reported)}`;
}

function words(lead: Lead): HTMLElement {
  return h(
    "blockquote",
    { class: "card-words" },
    quote(lead),
    h(
      "p",
      { class: "card-source" },
      h("span", { class: "unseen" }, "Who says so: "),
      chainLine(lead),
    ),
  );
}

function contested(card: EventCard): HTMLElement | null {
  const open = card.contradictions.filter((c) => c.state === "open");
  if (open.length === 0) return null;
  const types = [...new Set(open.map((c) => c.type))].join(", ");
  return h(
    "p",
    { class: "card-contested" },
    tag("contested", `contested: ${types}`),
    " ",
    dated(open[0]?.reason ?? ""),
  );
}

function others(card: EventCard): HTMLElement | null {
  const rest = card.voices.filter((v) => v.status !== card.status || v.polarity !== card.polarity);
  if (rest.length === 0) return null;
  const said = rest.map((v) => `${plural(v.claims, "claim")} ${standingWords(v)}`);
  return h("p", { class: "card-voices" }, `Also: ${said.join("; ")}`);
}

function windowWords(card: ForecastCard): string {
  const said = card.repeats > 0 ? `said ${card.repeats + 1} times` : "said once";
  const first = card.first_reported ? `, first on ${day(card.first_reported)}` : "";
  const window = {
    open: `window open: ${eventTime(card.when)}`,
    passed: `window passed: ${eventTime(card.when)}`,
    none: "no window in the text",
  }[card.window_state];
  return `${window} · ${said}${first}`;
}

function became(card: ForecastCard): HTMLElement | null {
  if (!card.outcome) return null;
  const { kind, reason } = card.outcome;
  return h(
    "div",
    { class: "card-outcome" },
    h("p", {}, h("strong", {}, outcomeWords(kind)), `: ${dated(reason)}`),
    differences(card.outcome, card.when.end, card.rests_on.map((lead) => lead.day ?? null)),
    restsOn(kind, card.rests_on, bearing),
  );
}

function bearing(lead: Lead): Child {
  return [link(to.document(lead.document, lead.claim), quote(lead)), " ", h("span", { class: "minor" }, chainLine(lead))];
}

// Only where the ledger holds claims of the same event that say whether it came to be.
function since(card: ForecastCard): HTMLElement | null {
  if (card.since.length === 0) return null;
  const said = card.since.map((v) => `${plural(v.claims, "claim")} ${standingWords(v)}`);
  return h("p", { class: "card-voices" }, `Said of it since: ${said.join("; ")}`);
}
