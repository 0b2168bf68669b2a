// Codes into words: days, counts, roles, relations.

import type { Published, Standing, When } from "./types";

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

export function day(iso: string | null): string {
  if (!iso) return "no date";
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : DAY.format(date);
}

// A reason of the weighing with its days as every other day of the desk is written.
export function dated(reason: string): string {
  return reason.replace(/\b\d{4}-\d{2}-\d{2}\b/g, day);
}

const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

export function month(iso: string): string {
  const date = new Date(`${iso}-01T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : MONTH.format(date);
}

export function days(start: string | null, end: string | null): string {
  if (start && end) return start === end ? day(start) : `${day(start)} to ${day(end)}`;
  if (start) return `from ${day(start)}`;
  return end ? `until ${day(end)}` : "";
}

export function eventTime(when: When): string {
  const known = days(when.start, when.end);
  if (known) return known;
  if (when.offset_days) return offset(when.offset_days);
  return "no time in the text";
}

// Days counted from a publication day that is not known.
function offset([first, last]: [number, number]): string {
  if (first === 0 && last === 0) return "the day of publication";
  if (first === last) return side(first);
  if (first === 0) return `within ${plural(last, "day")} of publication`;
  return `${side(first)} to ${last === 0 ? "publication" : side(last)}`;
}

function side(n: number): string {
  return `${plural(Math.abs(n), "day")} ${n > 0 ? "after" : "before"} publication`;
}

const OUTCOMES: Record<string, string> = {
  open: "open",
  "borne-out": "borne out",
  "borne-out-late": "borne out late",
  "borne-out-in-part": "borne out in part",
  "not-borne-out": "not borne out",
  "cannot-tell": "cannot tell",
};

export function outcomeWords(kind: string): string {
  return OUTCOMES[kind] ?? kind;
}

const BASES: Record<string, string> = {
  given: "handed in with the document",
  metadata: "from the page's metadata",
  text: "from the text",
  inferred: "inferred from the text",
};

export const UNJUDGED = 6;

const GRADES: Record<number, string> = {
  1: "confirmed by independent origins",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "cannot be judged",
};

export function gradeWords(grade: number): string {
  return GRADES[grade] ?? "not known";
}

export function publication(published: Published): string {
  const known = days(published.earliest, published.latest);
  if (!known) return "no date on this page";
  return bounded(published) ? `no date; the text bounds it: ${known}` : known;
}

function bounded({ basis, earliest, latest }: Published): boolean {
  return basis === "inferred" || (basis === "text" && earliest !== latest);
}

export function publicationBasis(published: Published): string {
  if (!published.earliest && !published.latest) {
    return "No date on this page, and the text does not bound one.";
  }
  if (bounded(published)) {
    return `No date on this page; the text bounds it: ${days(published.earliest, published.latest)}.`;
  }
  return `Publication date ${BASES[published.basis] ?? "of unknown basis"}.`;
}

export function modality(standing: Pick<Standing, "status" | "polarity">): string {
  return standing.polarity === "negative" ? "denied" : standing.status;
}

export const MODALITIES: Record<string, { label: string; meaning: string }> = {
  occurred: { label: "reported as occurred", meaning: "said to have happened" },
  ongoing: { label: "reported as ongoing", meaning: "said to be happening" },
  forecast: { label: "forecast", meaning: "expected, planned or announced; has not happened" },
  threatened: { label: "threatened", meaning: "someone says that they will do it" },
  hypothetical: { label: "hypothetical", meaning: "only under a condition, or considered" },
  denied: { label: "said not to be so", meaning: "the text denies it or notes its absence" },
};

const NEGATIVE: Record<string, string> = {
  occurred: "said not to have happened",
  ongoing: "said not to be happening",
  forecast: "expected not to happen",
  threatened: "threatened to be withheld",
  hypothetical: "supposed not to happen",
};

export function standingWords({ status, polarity }: Pick<Standing, "status" | "polarity">): string {
  if (polarity === "negative") return NEGATIVE[status] ?? "said not to be so";
  return MODALITIES[status]?.label ?? status;
}

export const CERTAINTIES: Record<string, { label: string; meaning: string }> = {
  certain: { label: "stated plainly", meaning: "no hedge in the words; not a mark of truth" },
  probable: { label: "probable", meaning: "“it appears”, “likely”, “reportedly”" },
  possible: { label: "possible", meaning: "“may”, “scattered reports”, “unconfirmed”" },
  unknown: { label: "not clear", meaning: "asked, undecided" },
};

export const ROLES: Record<string, string> = {
  headline: "Headline",
  kicker: "Kicker",
  byline: "Byline",
  "lead-in": "Lead-in",
  body: "Body",
  caption: "Caption",
  quotation: "Quotation",
  related: "Related link",
  comment: "Reader’s comment",
  notice: "Notice",
  boilerplate: "Boilerplate",
};

const RELATIONS: Record<string, string> = {
  root: "where it enters",
  copy: "copies it",
  excerpt: "carries an excerpt",
  cites: "cites it",
  "same-authority": "rests on the same authority",
  translation: "translates it",
  decided: "put together with it by a person",
};

export function relation(code: string): string {
  return RELATIONS[code] ?? code;
}

// The same in a list, where what is followed is not in sight.
const FOLLOWS: Record<string, string> = {
  copy: "copies another document",
  excerpt: "carries an excerpt of another",
  cites: "cites another",
  "same-authority": "rests on another’s authority",
  translation: "translates another",
  decided: "put together with another by a person",
};

export function follows(code: string): string | null {
  return FOLLOWS[code] ?? null;
}

const KINDS: Record<string, string> = {
  author: "the page’s own author",
  self: "the author’s own word",
  "named-person": "named person",
  official: "official",
  organisation: "organisation",
  "armed-group": "armed group",
  media: "media",
  witness: "witness",
  anonymous: "unnamed",
  document: "document",
};

export function sourceKind(code: string): string {
  return KINDS[code] ?? code;
}

// What a record is of; an author has one by the byline, and not as the page's own voice.
const RECORDS: Record<string, string> = { outlet: "outlet", author: "author, by the byline" };

export function recordKind(code: string): string {
  return RECORDS[code] ?? sourceKind(code);
}

const RELIABILITIES: Record<string, string> = {
  record: "by its record",
  person: "as a person set it",
};

export function reliabilityBasis(code: string): string {
  return RELIABILITIES[code] ?? `by ${code}`;
}

const SIZES: [number, string][] = [
  [1440, "day"],
  [60, "hour"],
];

// A stretch of minutes in its largest whole unit.
export function minutes(n: number): string {
  const size = SIZES.find(([length]) => n >= length);
  return size ? plural(Math.round(n / size[0]), size[1]) : plural(Math.round(n), "minute");
}

// Instants beside the one at which the page was asked for.
export function ago(instant: string | null, at: string): string {
  if (!instant) return "never";
  const passed = (Date.parse(at) - Date.parse(instant)) / 60_000;
  return passed < 1 ? "just now" : `${minutes(passed)} ago`;
}

export function until(instant: string | null, at: string): string {
  const left = instant ? (Date.parse(instant) - Date.parse(at)) / 60_000 : 0;
  return left < 1 ? "now" : `in ${minutes(left)}`;
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
