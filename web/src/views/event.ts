// One event: who says what of it, side by side, grouped by independent origin.

import { api } from "../api";
import { type Child, h } from "../dom";
import { tag } from "../pieces/card";
import { chainPath, noNamedSource } from "../pieces/chain";
import { counts } from "../pieces/counts";
import { link, to } from "../pieces/links";
import { originPanel } from "../pieces/origin";
import { marked } from "../pieces/quote";
import { standing } from "../pieces/standing";
import type { Page } from "../router";
import type { ClaimView, Contradiction, EventView, OriginView } from "../types";
import { day, eventTime, plural, publication, ROLES } from "../words";

const COLUMNS = ["Words", "Who says so", "Standing", "When", "Told in"];

export async function eventView(id: string): Promise<Page> {
  const view = await api.event(id);
  return { title: view.card.summary.line, wide: true, body: page(view) };
}

function page(view: EventView): HTMLElement {
  return h(
    "div",
    { class: "event-page" },
    head(view),
    h(
      "div",
      { class: "event-judged" },
      contradictions(view),
      fact("Credibility", credibility(view)),
      fact("Why these claims stand together", h("p", {}, view.reason)),
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
      h("h2", {}, plural(view.origins.length, "origin"), " behind it"),
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
      link("/", "Conflict zones, latest"),
      zone && [" / ", link(to.zone(zone.id), zone.name)],
    ),
    h("h1", {}, card.summary.line),
    h("p", { class: "card-standing" }, standing(card)),
    h(
      "p",
      { class: "event-when" },
      `${eventTime(card.when)} · ${reported(card.first_reported, card.last_reported)}`,
    ),
    counts(card.counts),
  );
}

function reported(first: string | null, last: string | null): string {
  if (!first || !last) return "reports undated";
  return first === last ? `reported ${day(first)}` : `reported ${day(first)} to ${day(last)}`;
}

function credibility({ credibility: { grade, reason } }: EventView): HTMLElement {
  const label = grade === 6 ? "6: cannot be judged" : `${grade} of 1 (confirmed) to 5 (improbable)`;
  return h("p", {}, h("strong", { class: "grade" }, label), " ", reason);
}

function fact(title: string, body: Child): HTMLElement {
  return h("section", { class: "fact" }, h("h2", {}, title), body);
}

function contradictions(view: EventView): HTMLElement {
  const found = view.contradictions;
  const body =
    found.length === 0
      ? h("p", {}, "None found among these claims.")
      : h("ul", { class: "contradictions" }, found.map((c) => contradiction(c, view)));
  return h("section", { class: "fact fact-contested" }, h("h2", {}, "Contradictions"), body);
}

function contradiction(item: Contradiction, view: EventView): HTMLElement {
  const sides = view.claims.filter((c) => item.claims.includes(c.id));
  return h(
    "li",
    {},
    h("p", {}, tag("contested", `${item.type}, ${item.state}`), " ", item.reason),
    h(
      "ul",
      { class: "sides" },
      sides.map((c) => h("li", {}, link(`#${anchor(c)}`, c.publisher ?? "unnamed publisher"), ": ", h("q", {}, c.trigger.text))),
    ),
  );
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
      groups(view).map(([origin, claims], i) => body(origin, claims, i + 1)),
    ),
  );
}

function groups(view: EventView): [OriginView | undefined, ClaimView[]][] {
  const ids = [...new Set(view.claims.map((c) => c.origin_id))];
  return ids.map((id) => [
    view.origins.find((o) => o.id === id),
    view.claims.filter((c) => c.origin_id === id),
  ]);
}

function body(origin: OriginView | undefined, claims: ClaimView[], n: number): HTMLElement {
  return h(
    "tbody",
    {},
    h(
      "tr",
      { class: "origin-row" },
      h(
        "th",
        { scope: "rowgroup", colspan: COLUMNS.length },
        origin ? link(to.origin(origin.id), `Origin ${n}`) : `Origin ${n}`,
        " · ",
        originWords(origin, claims),
      ),
    ),
    claims.map(row),
  );
}

function originWords(origin: OriginView | undefined, claims: ClaimView[]): string {
  const told = new Set(claims.map((c) => c.document)).size;
  const root = origin?.members.find((m) => m.document === origin.root);
  const where = root ? `enters with ${root.publisher ?? root.title}` : "its root was not seen";
  return `${where}; told here by ${plural(told, "document")}`;
}

function row(claim: ClaimView): HTMLElement {
  const cells: [string, Child][] = [
    ["Words", words(claim)],
    ["Who says so", [chainPath(claim.attribution), !claim.named_source && noNamedSource()]],
    ["Standing", [standing(claim), hedges(claim)]],
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
  const loaded = claim.loaded.map((w): [string, string] => [w.text, w.neutral]);
  return h("blockquote", {}, h("q", { class: "quote" }, marked(claim.sentence.text, loaded)));
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
