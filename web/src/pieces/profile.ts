// What the pages of a place and of an actor share: names met, a map, months, claims in time order.

import { type Child, h } from "../dom";
import { glyph } from "../glyph";
import type { Line, Met, SiteFeature } from "../types";
import { eventTime, modality, month, plural, publication } from "../words";
import { tag } from "./tag";
import { chainLine } from "./chain";
import { link, to } from "./links";
import { quote } from "./quote";
import { standing } from "./standing";

const UNDATED = "undated";

export function section(title: string, ...body: Child[]): HTMLElement {
  return h("section", { class: "list-section" }, h("h2", {}, title), ...body);
}

export function facts(rows: [string, Child][]): HTMLElement {
  const told = rows.filter(([, value]) => value);
  return h(
    "dl",
    { class: "facts" },
    told.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
  );
}

export function names(found: Met[]): HTMLElement {
  if (found.length === 0) return h("p", {}, "None: no text of this ledger names it.");
  return h(
    "ul",
    { class: "names-met" },
    found.map((item) =>
      h(
        "li",
        {},
        h("q", {}, item.name),
        " ",
        item.loaded && [tag("loaded", "takes a side"), " "],
        h("span", { class: "minor" }, `${plural(item.mentions, "time")}, ${plural(item.documents, "document")}`),
      ),
    ),
  );
}

// The plane is filled once the page stands in the document.
export function mapOf(sites: SiteFeature[], plane: HTMLElement, label: string): HTMLElement {
  if (sites.length === 0) return h("p", {}, "No claim of this ledger puts anything on the map here.");
  return h("div", { class: "plane-frame profile-map", role: "region", "aria-label": label }, plane);
}

// One row a month: as many marks as claims, each with its outline and fullness.
export function timeline(lines: Line[], prefix: string): HTMLElement {
  return h(
    "ol",
    { class: "timeline" },
    byMonth(lines).map(([key, group]) =>
      h(
        "li",
        {},
        link(`#${prefix}-${key}`, monthWords(key)),
        h("span", { class: "timeline-marks", "aria-hidden": "true" }, group.map(mark)),
        h("span", { class: "minor" }, plural(group.length, "claim")),
      ),
    ),
  );
}

function mark(line: Line): Node {
  return glyph(modality(line), line.certainty, 14);
}

export function claims(lines: Line[], prefix: string, parts: Record<string, string>): Child {
  if (lines.length === 0) return h("p", {}, "None in this ledger’s documents.");
  return byMonth(lines).map(([key, group]) => [
    h("h3", { id: `${prefix}-${key}`, class: "month" }, monthWords(key)),
    h("ol", { class: "lines" }, group.map((line) => entry(line, parts))),
  ]);
}

function byMonth(lines: Line[]): [string, Line[]][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = line.day?.slice(0, 7) ?? UNDATED;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups];
}

function monthWords(key: string): string {
  return key === UNDATED ? "Without a date" : month(key);
}

function entry(line: Line, parts: Record<string, string>): HTMLElement {
  const address = line.event ? to.event(line.event, line.claim) : to.document(line.document, line.claim);
  const said = line.parts.map((part) => parts[part]).filter(Boolean);
  return h(
    "li",
    { class: line.comment ? "line is-reader" : "line", "data-claim": line.claim },
    h("p", { class: "card-standing" }, standing(line), said.length > 0 && h("span", { class: "minor" }, said.join(", "))),
    h("p", { class: "card-line" }, link(address, line.summary)),
    h("p", { class: "card-when" }, `${eventTime(line.when)} · published: ${publication(line.published)}`),
    h(
      "blockquote",
      { class: "card-words" },
      quote(line),
      h("p", { class: "card-source" }, chainLine(line)),
    ),
    line.comment && h("p", { class: "minor" }, "A reader’s comment: it corroborates nothing."),
  );
}
