// One event: who says what of it, side by side, grouped by independent origin.

import { api } from "../api";
import { append, type Child, h } from "../dom";
import { glyph } from "../glyph";
import { tag } from "../pieces/tag";
import { chainPath, unnamed } from "../pieces/chain";
import { counts } from "../pieces/counts";
import { decided } from "../pieces/decided";
import { link, named, to } from "../pieces/links";
import { originPanel } from "../pieces/origin";
import { quoteOf } from "../pieces/quote";
import { telling } from "../pieces/telling";
import { unfolding } from "../pieces/unfolding";
import { standing } from "../pieces/standing";
import type { Page } from "../router";
import type { Between, ClaimView, Conflict, EventView, Side } from "../types";
import { dated, day, eventTime, gradeWords, modality, plural, publication, ROLES } from "../words";

const SIDE = 5; // claims of a side before the rest unfolds
const COLUMNS = ["Words", "Who says so", "Standing", "When", "Told in"];

export async function eventView(id: string, query: URLSearchParams): Promise<Page> {
  const view = await api.event(id, query.get("claim"));
  lasting(view);
  const others = h("div", { class: "between" });
  const shown = () => void api.between(view.card.id).then((found) => between(others, found)).catch(() => unknown(others));
  return { title: view.card.summary.line, wide: true, body: page(view, others), shown };
}

// An event's id is that of its claims, and changes with each that joins them: the address names one
// of them as well, by which the event is found again.
function lasting({ card }: EventView): void {
  history.replaceState(history.state, "", to.event(card.id, card.lead.claim) + location.hash);
}

// What lies between this event and others is looked for among all of them: it comes when it is found.
function between(node: HTMLElement, found: Between[]): void {
  if (found.length === 0) return;
  append(node, [h("h3", {}, "With other events"), h("ul", { class: "contradictions" }, found.map(withOthers))]);
}

function unknown(node: HTMLElement): void {
  append(node, [h("p", { class: "minor" }, "Whether other events contradict this one could not be asked.")]);
}

function withOthers(item: Between): HTMLElement {
  const held = item.type === "control" && [" ", link(to.control(), `Who is said to have held ${item.place ?? "it"}`)];
  return h(
    "li",
    {},
    h("p", {}, tag("contested", `${item.type}, ${item.state}`), " ", dated(item.reason), held),
    h("ul", {}, item.events.map((other) => h("li", {}, link(to.event(other.id), other.line)))),
  );
}

function page(view: EventView, others: HTMLElement): HTMLElement {
  return h(
    "div",
    { class: "event-page" },
    head(view),
    h(
      "div",
      { class: "event-judged" },
      h("section", { class: "fact fact-telling" }, h("h2", {}, "Who told of it first"), telling(view, voice)),
      contradictions(view, others),
      fact("Credibility", credibility(view)),
      fact("Why these claims stand together", h("p", {}, dated(view.reason))),
      parties(view),
    ),
    h(
      "section",
      { class: "list-section" },
      h("h2", {}, "Claims side by side"),
      table(view),
    ),
    h(
      "section",
      { class: "list-section" },
      h("h2", {}, "The documents and where they come from"),
      h("div", { class: "origin-grid" }, view.origins.map((o) => originPanel(o, null))),
    ),
  );
}

function head({ card, zone }: EventView): HTMLElement {
  return h(
    "header",
    { class: "page-head" },
    h(
      "p",
      { class: "trail" },
      link(to.board(), "Conflict zones, latest"),
      zone && [" / ", link(to.zone(zone.id), zone.name)],
    ),
    h("h1", {}, card.summary.line),
    h("p", { class: "card-standing" }, standing(card)),
    h(
      "p",
      { class: "event-when" },
      `${eventTime(card.when)} · ${reported(card.first_reported, card.last_reported)}`,
    ),
    counts(card.counts, card.denying),
    card.counts.origins > card.counts.documents &&
      minor("More origins than documents: one document can carry the word of several authorities."),
  );
}

function reported(first: string | null, last: string | null): string {
  if (!first || !last) return "reports undated";
  return first === last ? `reported ${day(first)}` : `reported ${day(first)} to ${day(last)}`;
}

function credibility({ credibility: { grade, reason } }: EventView): HTMLElement {
  return h(
    "p",
    {},
    h("strong", { class: "grade" }, `Grade ${grade}, ${gradeWords(grade)}.`),
    ` ${sentence(reason)} `,
    minor("Admiralty scale, 1 to 6; 6 is no worse than 5."),
  );
}

function sentence(words: string): string {
  return `${sentenceCase(words)}.`;
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function fact(title: string, body: Child): HTMLElement {
  return h("section", { class: "fact" }, h("h2", {}, title), body);
}

// Whom and what its claims name, by the pages that these have.
function parties(view: EventView): HTMLElement | null {
  const receipts = view.claims.flatMap((c) => c.receipts.filter((r) => r.id && r.slot in NAMING));
  const once = [...new Map(receipts.map((r) => [r.id, r])).values()];
  if (once.length === 0) return null;
  const names = once.map((r) =>
    h("li", {}, named(r.slot === "place" ? to.place : to.actor, r.id, r.value.split(",")[0])),
  );
  return fact("Named in them", h("ul", { class: "named" }, names));
}

const NAMING = { actor: true, recipient: true, place: true };

function contradictions(view: EventView, others: HTMLElement): HTMLElement {
  const found = view.contradictions;
  const body =
    found.length === 0
      ? h("p", {}, "None found among these claims.")
      : h("ul", { class: "contradictions" }, found.map((c) => contradiction(c, view)));
  return h(
    "section",
    { class: found.length === 0 ? "fact" : "fact fact-contested" },
    h("h2", {}, "Contradictions"),
    body,
    others,
    h(
      "p",
      { class: "event-disputes" },
      found.length > 0 && [link(to.contradictions(view.card.id), "Drawn side by side"), " · "],
      link(to.contradictions(), "All contradictions"),
    ),
  );
}

function contradiction(item: Conflict, view: EventView): HTMLElement {
  return h(
    "li",
    {},
    h("p", {}, tag("contested", `${item.type}, ${item.state}`), " ", dated(item.reason)),
    h("div", { class: "sides" }, item.sides.map((each) => side(each, view))),
  );
}

function side({ says, claims }: Side, view: EventView): HTMLElement {
  return h(
    "section",
    { class: `side ${["deny it", "take it back"].includes(says) ? "side-denies" : ""}` },
    h("h3", { class: "side-says" }, `${sentenceCase(says)} (${claims.length})`),
    said(claims.slice(0, SIDE), view),
    claims.length > SIDE && unfolding(plural(claims.length - SIDE, "more claim"), () => said(claims.slice(SIDE), view)),
  );
}

function said(claims: ClaimView[], view: EventView): HTMLElement {
  return h("ul", {}, claims.map((claim) => h("li", {}, stand(claim, view))));
}

// A claim that stands beside the event, as denials often do, is no row of its table.
function stand(claim: ClaimView, view: EventView): Child[] {
  const inside = view.claims.some((c) => c.id === claim.id);
  return [
    glyph(modality(claim), claim.certainty, 14),
    " ",
    link(to.document(claim.document, claim.id), quoteOf(claim)),
    h("span", { class: "minor" }, ` ${speakers(claim)} · ${publication(claim.published)} · `),
    inside ? link(`#${anchor(claim)}`, "in the table") : minor("told beside this event"),
  ];
}

function speakers(claim: ClaimView): string {
  const cited = claim.attribution.slice(1).map((s) => s.name ?? s.text);
  return [claim.publisher ?? "unnamed publisher", ...cited].join(" ← ");
}

function anchor(claim: ClaimView): string {
  return claim.id.replace(/[^\w-]/g, "-");
}

function table(view: EventView): HTMLElement {
  return h(
    "div",
    { class: "table-scroll", role: "region", "aria-label": "Claims side by side", tabindex: 0 },
    h(
      "table",
      { class: "claims-table" },
      h("thead", {}, h("tr", {}, COLUMNS.map((c) => h("th", { scope: "col" }, c)))),
      groups(view).map((group) => body(group, view)),
    ),
  );
}

interface Group {
  key: string | null;
  claims: ClaimView[];
  // Which of the independent origins it is, from 1; 0 where it adds none.
  nth: number;
}

// The independent origins first, each with the claims that it counts for; what adds none follows,
// by whom it cites.
function groups(view: EventView): Group[] {
  const counted = view.independent.map(({ origin, claims }, i): Group => {
    return { key: origin, claims: view.claims.filter((c) => claims.includes(c.id)), nth: i + 1 };
  });
  const rest = view.claims.filter((c) => !counted.some((group) => group.claims.includes(c)));
  const keys = [...new Set(rest.map((c) => c.voice?.key ?? null))];
  const beside = keys
    .sort((a, b) => Number(!a) - Number(!b))
    .map((key): Group => ({ key, claims: rest.filter((c) => (c.voice?.key ?? null) === key), nth: 0 }));
  return [...counted, ...beside];
}

function body(group: Group, view: EventView): HTMLElement {
  const which = group.nth ? `Origin ${group.nth} of ${view.independent.length} · ` : "";
  const none = !group.nth && group.key !== null && " · adds no origin of its own";
  return h(
    "tbody",
    {},
    h(
      "tr",
      { class: "origin-row" },
      h(
        "th",
        { scope: "rowgroup", colspan: COLUMNS.length },
        minor(which),
        behind(group, view),
        none && minor(none),
      ),
    ),
    group.claims.map(row),
  );
}

function behind({ key, claims }: Group, view: EventView): Child {
  const told = plural(new Set(claims.map((c) => c.document)).size, "document");
  if (key === null) return `Readers’ comments, which add no origin · ${told}`;
  const own = claims.find((c) => c.voice?.own);
  if (own) return ownVoice(own, told, view);
  const kind = key.startsWith("source:") ? "Authority" : "Outlet";
  return [`${kind}: ${authority(claims)}`, minor(` · cited in ${told}`)];
}

function ownVoice(claim: ClaimView, told: string, view: EventView): Child {
  const origin = view.origins.find((o) => o.id === claim.origin_id);
  const root = origin?.members.find((m) => m.document === origin.root);
  const where = root ? (root.publisher ?? root.title) : "a page that is not in the ledger";
  return [
    "Told in its own voice by ",
    origin ? link(to.origin(origin.id), where) : where,
    minor(` · ${told}`),
  ];
}

function voice(claims: ClaimView[]): string {
  const own = claims.find((c) => c.voice?.own);
  return own ? (own.publisher ?? "unnamed publisher") : authority(claims);
}

// The one whom the claims of a group cite, by the name that the first of them has.
function authority(claims: ClaimView[]): string {
  const source = claims.map((c) => c.attribution.at(-1)).find((s) => s !== undefined);
  return source?.name ?? source?.text ?? "not named";
}

function minor(words: string): HTMLElement {
  return h("span", { class: "minor" }, words);
}

function row(claim: ClaimView): HTMLElement {
  const cells: [string, Child][] = [
    ["Words", words(claim)],
    ["Who says so", [chainPath(claim.attribution), unnamed(claim)]],
    ["Standing", [standing(claim), hedges(claim), decided(claim)]],
    ["When", [eventTime(claim.when), claim.when.text && h("p", {}, h("q", {}, claim.when.text))]],
    ["Told in", told(claim)],
  ];
  const comment = claim.part.role === "comment";
  return h(
    "tr",
    { id: anchor(claim), class: comment ? "is-comment" : null },
    cells.map(([label, child]) => h("td", { "data-label": label }, child)),
  );
}

function words(claim: ClaimView): HTMLElement {
  return h("blockquote", {}, quoteOf(claim));
}

function hedges(claim: ClaimView): HTMLElement | null {
  if (claim.hedges.length === 0) return null;
  return h("p", { class: "hedges" }, "hedged by ", claim.hedges.map((s) => [h("q", {}, s.text), " "]));
}

function told(claim: ClaimView): Child {
  return [
    h("p", {}, link(to.document(claim.document, claim.id), claim.publisher ?? "unnamed publisher")),
    h("p", { class: "minor" }, `${publication(claim.published)} · ${ROLES[claim.part.role] ?? ""}`),
    claim.part.role === "comment" && h("p", { class: "minor" }, "not corroboration"),
  ];
}
