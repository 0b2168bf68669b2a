// What the desk asks of its server.

import type { ControlRow, ForecastRow, LeftOut, SourceRow } from "./rows";
import type { Contradictions, Events } from "./lists";
import type {
  ActorPage,
  Between,
  Board,
  Choice,
  DocumentRow,
  DocumentView,
  EventView,
  Feeds,
  Found,
  Line,
  MapView,
  OriginView,
  Overview,
  PlacePage,
  SourceTold,
  Unresolved,
  ZoneView,
} from "./types";

export class Refusal extends Error {}

async function ask<T>(path: string): Promise<T> {
  const response = await fetch(`/api/${path}`, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Refusal(await reason(response));
  return (await response.json()) as T;
}

interface Fault {
  loc: string[];
  input: unknown;
  msg: string;
}

const DAYS = new Set(["as_of", "since", "now"]);

// What the server refuses of an address, in words.
function refused({ loc, input, msg }: Fault): string {
  const hint = DAYS.has(loc.at(-1) ?? "") ? " A day is written like 2016-11-13." : "";
  return `The address asks for “${loc.at(-1)}=${String(input)}”, which cannot be read: ${msg}.${hint}`;
}

async function reason(response: Response): Promise<string> {
  try {
    const { detail } = (await response.json()) as { detail?: unknown };
    if (typeof detail === "string") return detail;
    if (Array.isArray(detail) && detail[0]) return refused(detail[0] as Fault);
  } catch {
    // An answer that is no JSON has no detail to give.
  }
  return `the server answered ${response.status}`;
}

const of = encodeURIComponent;

function asked(path: string, asOf: string | null): string {
  return asOf ? `${path}?as_of=${of(asOf)}` : path;
}

export const api = {
  overview: () => ask<Overview>("overview"),
  board: (since: string | null) => ask<Board>(since ? `board?since=${of(since)}` : "board"),
  zone: (id: string) => ask<ZoneView>(`zones/${of(id)}`),
  documents: () => ask<DocumentRow[]>("documents"),
  document: (id: string) => ask<DocumentView>(`documents/${of(id)}`),
  events: (query: URLSearchParams) => ask<Events>(`events?${query}`),
  contradictions: (query: URLSearchParams) => ask<Contradictions>(`contradictions/sides?${query}`),
  event: (id: string) => ask<EventView>(`events/${of(id)}`),
  between: (id: string) => ask<Between[]>(`events/${of(id)}/between`),
  origin: (id: string) => ask<OriginView>(`origins/${of(id)}`),
  map: (zone: string | null) => ask<MapView>(zone ? `map?zone=${of(zone)}` : "map"),
  forecasts: (asOf: string | null) => ask<ForecastRow[]>(asked("forecasts/understood", asOf)),
  outcomeClaims: (asOf: string | null) => ask<Line[]>(asked("forecasts/claims", asOf)),
  control: (asOf: string | null) => ask<ControlRow[]>(asked("control", asOf)),
  sources: (asOf: string | null) => ask<SourceRow[]>(asked("sources", asOf)),
  controlLeftOut: (asOf: string | null) => ask<LeftOut[]>(asked("control/left-out", asOf)),
  controlClaims: () => ask<Line[]>("control/claims"),
  source: (id: string) => ask<SourceRow>(`sources/${of(id)}`),
  sourceTold: (id: string) => ask<SourceTold>(`sources/${of(id)}/told`),
  feeds: () => ask<Feeds>("feeds"),
  place: (id: string) => ask<PlacePage>(`places/${of(id)}`),
  actor: (id: string) => ask<ActorPage>(`actors/${of(id)}`),
  unresolved: () => ask<Unresolved[]>("unresolved"),
  choices: (name: string) => ask<Choice[]>(`unresolved/choices?name=${of(name)}`),
  search: (words: string) => ask<Found>(`search?q=${of(words)}`),
};
