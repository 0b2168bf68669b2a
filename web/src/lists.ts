// The pages of long lists: docs/desk.md; they mirror desk/event_list.py and contradiction_list.py.

import type { Counts, Credibility, Day, Line, Standing, When } from "./types";

export interface Choice {
  value: string;
  label: string;
  rows: number;
}

// A page of rows: `found` of `total` are what was asked for.
export interface Listed<T> {
  total: number;
  found: number;
  offset: number;
  latest: Day | null;
  rows: T[];
}

export interface EventRow extends Standing {
  id: string;
  event: string;
  mode: string | null;
  line: string;
  when: When;
  first_reported: Day | null;
  last_reported: Day | null;
  places: [string | null, string][];
  counts: Counts;
  contested: string[];
  credibility: Credibility;
  only_comments: boolean;
  denying: number;
}

export interface Events extends Listed<EventRow> {
  categories: Choice[];
  places: Choice[];
  contested: number;
}

// A number as told; an end that is not told is null.
export interface Toll {
  min: number | null;
  max: number | null;
}

export interface Side {
  says: string;
  voices: string[];
  counts: Counts;
  toll: Toll | null;
  claims: Line[];
}

export interface Turn {
  day: Day | null;
  claim: string;
  document: string | null;
  publisher: string | null;
  says: string;
}

export interface ContradictionRow {
  id: string;
  type: string;
  about: string;
  state: string;
  reason: string;
  events: { id: string; line: string }[];
  places: string[];
  first: Day | null;
  last: Day | null;
  counted: string | null;
  sides: Side[];
  turns: Turn[];
}

export interface Contradictions extends Listed<ContradictionRow> {
  types: Choice[];
  states: Choice[];
  open: number;
}
