// The API's shapes as the desk uses them; they mirror src/fogline/desk/schemas.py.

import type { ControlRow } from "./rows";

export type Day = string;

export interface Counts {
  documents: number;
  publishers: number;
  origins: number;
}

export interface Summary {
  line: string;
  what: string;
  actors: string[];
  recipients: string[];
  places: string[];
}

export interface When {
  text: string | null;
  start: Day | null;
  end: Day | null;
  offset_days: [number, number] | null;
  basis: string;
  spoken: boolean | null;
}

export interface Published {
  earliest: Day | null;
  latest: Day | null;
  basis: string;
}

export interface Contradiction {
  type: string;
  claims: string[];
  state: string;
  reason: string;
}

// What each side of a contradiction says, with its claims; some may stand beside the event.
export interface Side {
  says: string;
  claims: ClaimView[];
}

export interface Conflict extends Contradiction {
  sides: Side[];
}

export interface Credibility {
  grade: number;
  reason: string;
}

// Where in some words others begin and end, in Unicode code points.
export type Stretch = [number, number];

export interface Lead {
  claim: string;
  document: string;
  publisher: string | null;
  words: string;
  chain: string;
  named_source: boolean;
  own_word: boolean;
  loaded: [string, string][];
  trigger: Stretch;
  day?: Day | null;
}

export interface Standing {
  status: string;
  polarity: string;
  certainty: string;
}

export interface EventCard extends Standing {
  id: string;
  event: string;
  mode: string | null;
  summary: Summary;
  when: When;
  first_reported: Day | null;
  last_reported: Day | null;
  voices: { status: string; polarity: string; claims: number }[];
  counts: Counts;
  contradictions: Contradiction[];
  credibility: Credibility;
  lead: Lead;
  new: boolean;
  only_comments: boolean;
  denying: number;
}

export interface Outcome {
  kind: string;
  claims: string[];
  differs_in: string[];
  reason: string;
}

export interface ForecastCard extends Standing {
  event: string;
  summary: Summary;
  when: When;
  window_state: "open" | "passed" | "none";
  repeats: number;
  first_reported: Day | null;
  last_reported: Day | null;
  counts: Counts;
  lead: Lead;
  since: EventCard["voices"];
  forecast: string | null;
  outcome: Outcome | null;
  likelihood: string | null;
  rests_on: Lead[];
}

export interface CardGroup {
  kind: string;
  total: number;
  events: EventCard[];
}

export interface ZoneFront {
  id: string;
  name: string;
  latest: Day | null;
  since: Day | null;
  counts: Counts;
  undated: number;
  events: number;
  new: number;
  contested: number;
  ahead: number;
  groups: CardGroup[];
  forecasts: ForecastCard[];
}

export interface Front {
  zones: ZoneFront[];
  elsewhere: Counts;
  counts: Counts;
  claims: number;
}

export interface DocumentRow {
  id: string;
  title: string;
  publisher: string | null;
  author: string | null;
  url: string | null;
  published: Published;
  zone: string | null;
  claims: number;
  comments: number;
  origin: string | null;
  relation: string | null;
}

export interface Part {
  id: string;
  role: string;
  start: number;
  end: number;
  author: string | null;
  parent: string | null;
  posted: string | null;
}

export interface Span {
  start: number;
  end: number;
  text: string;
}

export interface Source {
  text: string;
  kind: string;
  name: string | null;
  id: string | null;
  cue: Span | null;
}

export interface Receipt {
  slot: string;
  value: string;
  words: string | null;
  start: number | null;
  end: number | null;
  id: string | null;
}

// The origin behind one claim: an authority that its document cites, or the document's own.
export interface Voice {
  key: string | null;
  own: boolean;
  home: string;
  outlet: string;
  reason: string;
}

export interface ClaimView extends Standing {
  id: string;
  document: string;
  publisher: string | null;
  published: Published;
  part: Part;
  sentence: Span;
  trigger: Span;
  event: string;
  mode: string | null;
  summary: string;
  what: string;
  places: { text: string; name: string | null }[];
  when: When;
  attribution: Source[];
  named_source: boolean;
  own_word: boolean;
  probability: [number, number] | null;
  hedges: Span[];
  loaded: { text: string; neutral: string }[];
  acled: string | null;
  receipts: Receipt[];
  event_id: string | null;
  origin_id: string | null;
  voice: Voice | null;
  corroboration: Counts | null;
  rejected: boolean;
  decided: string[];
}

export interface Member {
  document: string;
  title: string;
  publisher: string | null;
  published: Published | null;
  relation: string;
  evidence: string;
  confidence: number;
  of: string | null;
  known: boolean;
}

export interface OriginView {
  id: string;
  root: string | null;
  counts: Counts;
  members: Member[];
  passages: unknown[];
}

export interface DocumentView extends DocumentRow {
  text: string;
  language: string | null;
  parts: Part[];
  republished_from: { author: string | null; publisher: string | null; url: string | null } | null;
  warnings: string[];
  stated: string[];
  reader: string;
  claim_views: ClaimView[];
  origin_view: OriginView | null;
}

// A conflict with other events: of holders of a place, or of places or days of one occurrence.
export interface Between {
  type: string;
  state: string;
  reason: string;
  place: string | null;
  events: { id: string; line: string }[];
}

export interface EventView {
  card: EventCard;
  zone: { id: string; name: string } | null;
  reason: string;
  claims: ClaimView[];
  contradictions: Conflict[];
  credibility: Credibility;
  origins: OriginView[];
  independent: { origin: string; claims: string[] }[];
}

export interface ZoneView {
  board: ZoneFront;
  documents: DocumentRow[];
}

export interface Pinned {
  event: string | null;
  claim: string;
  summary: string;
  status: string;
  certainty: string;
  day: Day | null;
  counts: Counts;
  of_event: Counts | null;
}

export interface Site {
  id: string | null;
  place: string;
  precision: string;
  shape: "point" | "circle" | "area" | "country";
  radius_m: number | null;
  derivation: string | null;
  country: string | null;
  country_numeric: string | null;
  modality: string;
  certainty: string;
  pinned: Pinned[];
}

export interface SiteFeature {
  type: "Feature";
  geometry: { type: "Point"; coordinates: [number, number] } | null;
  properties: Site;
}

// South, west, north, east in degrees.
export type Box = [number, number, number, number];

export interface Tray {
  reason: string;
  place: string | null;
  pinned: Pinned[];
}

export interface MapView {
  features: SiteFeature[];
  tray: Tray[];
}

export interface Found {
  words: string;
  held: number;
  start: Day | null;
  end: Day | null;
  documents: (DocumentRow & { excerpt?: string })[];
  claims: ClaimView[];
}

export interface Overview {
  counts: Counts;
  claims: number;
  events: number;
  zones: { id: string; name: string; box: Box | null }[];
  exports: { kind: string; format: string; href: string }[];
}

// The pages of one place and one actor, and the names that no text settles.

export interface Line extends Standing {
  claim: string;
  document: string;
  publisher: string | null;
  published: Published;
  summary: string;
  words: string;
  loaded: [string, string][];
  trigger: Stretch;
  chain: string;
  named_source: boolean;
  own_word: boolean;
  when: When;
  day: Day | null;
  event: string | null;
  comment: boolean;
  parts: string[];
}

export interface SourceTold {
  id: string;
  documents: DocumentRow[];
  claims: Line[];
  corrected: string[];
  contested: string[];
}

export interface Met {
  name: string;
  mentions: number;
  documents: number;
  loaded: boolean;
}

export interface Ruling {
  name: string;
  place: string;
  scope: string;
  judgement: string;
  by: string;
  at: string;
}

export interface PlacePage {
  id: string;
  name: string;
  kind: string | null;
  country: string | null;
  country_name: string | null;
  within: string | null;
  precision: string | null;
  radius_km: number | null;
  source: string | null;
  names: Met[];
  counts: Counts;
  sites: SiteFeature[];
  control: ControlRow[];
  claims: Line[];
  ruled: Ruling[];
}

export interface ActorPage {
  id: string;
  name: string;
  kind: string;
  country: string | null;
  country_name: string | null;
  since: string | null;
  until: string | null;
  kin: { id: string; name: string; how: string }[];
  names: Met[];
  counts: Counts;
  sites: SiteFeature[];
  says: Line[];
  about: Line[];
}

export interface Unresolved {
  name: string;
  claims: number;
  documents: string[];
  said: { document: string; publisher: string | null; claim: string | null; words: string }[];
  decided: Ruling[];
}

export interface FeedRow {
  url: string;
  kind: string;
  title: string | null;
  state: "failing" | "stale" | "new" | "good" | "left";
  minutes: number;
  last_tried: string | null;
  last_good: string | null;
  last_new: string | null;
  next_due: string | null;
  failures: number;
  reason: string | null;
  detail: string | null;
  entries: number;
}

export interface Feeds {
  at: string;
  feeds: FeedRow[];
}

export interface Choice {
  id: string;
  name: string;
  country: string | null;
  within: string;
  kind: string;
  precision: string;
  radius_km: number;
  lat: number;
  lon: number;
  why: string;
  source: string;
  command: string;
}
