// The rows of the exports "forecasts", "control" and "sources": docs/data-model.md.

import type { Day, Published, Stretch } from "./types";

export interface NamedText {
  text: string;
  name: string | null;
}

export interface SourceLink extends NamedText {
  kind: string;
}

export interface Held {
  window: { start: Day | null; end: Day | null; basis: string };
  rule: { event: string; mode: string | null; polarity: string; places: NamedText[] };
  // What the rule asks for, in words.
  asked: string;
}

export interface Correction extends Held {
  id: string;
  by: string;
  note: string;
  recorded_at: string | null;
}

export interface ForecastRow extends Held {
  id: string;
  claim: string;
  document: string;
  repeats: string[];
  origins: number;
  source: SourceLink[];
  status: string;
  words: string;
  trigger: Stretch;
  certainty: string;
  likelihood: string;
  figure: string | null;
  confidence: string | null;
  said: Published;
  recorded: Held;
  corrections: Correction[];
  outcome: string;
  outcome_claims: string[];
  differs_in: string[];
  reason: string;
  comment: boolean;
}

export interface LeftOut {
  reason: string;
  claims: number;
}

export interface Tenure {
  holder: string;
  start: Day | null;
  end: Day | null;
  origins: number;
  claims: string[];
  contested: boolean;
  against: string[];
  reason: string;
  part: string | null;
}

export interface ControlRow {
  id: string;
  place: NamedText & { id: string | null };
  intervals: Tenure[];
}

export interface SourceRow {
  id: string;
  name: string;
  kind: string;
  documents: number;
  as_origin: number;
  as_copy: number;
  forecasts: Record<string, number>;
  carried: Record<string, number>;
  brier: { score: number; n: number; interval: [number, number] } | null;
  calibration: { certainty: string; n: number; stated: number; observed: number }[];
  firm: { claimed: number; corroborated: number; contradicted: number; corrected: number };
  reliability: { grade: string; basis: string; reason: string };
}
