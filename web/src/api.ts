// What the desk asks of its server.

import { stood } from "./pieces/links";
import type { ControlRow, ForecastRow, LeftOut, SourceRow } from "./rows";
import type { Contradictions, Events } from "./lists";
import type {
  ActorPage,
  Between,
  Choice,
  DocumentRow,
  DocumentView,
  EventView,
  Feeds,
  Found,
  Front,
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

// Every page is asked for as the ledger stood at the moment that its address names.
function ask<T>(path: string, query = new URLSearchParams()): Promise<T> {
  const asked = new URLSearchParams(query);
  for (const [key, value] of Object.entries(stood())) if (value) asked.set(key, value);
  return now(asked.size > 0 ? `${path}?${asked}` : path);
}

async function now<T>(path: string): Promise<T> {
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

function words(asked: Record<string, string | null>): URLSearchParams {
  return new URLSearchParams(Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])));
}

export const api = {
  overview: () => now<Overview>("overview"),
  board: (since: string | null) => ask<Front>("board/front", words({ since })),
  zone: (id: string) => ask<ZoneView>(`zones/${of(id)}/front`),
  documents: () => ask<DocumentRow[]>("documents"),
  document: (id: string) => ask<DocumentView>(`documents/${of(id)}`),
  events: (query: URLSearchParams) => ask<Events>("events", query),
  contradictions: (query: URLSearchParams) => ask<Contradictions>("contradictions/sides", query),
  event: (id: string, claim: string | null) => ask<EventView>(`events/${of(id)}`, words({ claim })),
  between: (id: string) => ask<Between[]>(`events/${of(id)}/between`),
  origin: (id: string) => ask<OriginView>(`origins/${of(id)}`),
  map: (query: URLSearchParams) => ask<MapView>("map", query),
  forecasts: () => ask<ForecastRow[]>("forecasts/understood"),
  outcomeClaims: () => ask<Line[]>("forecasts/claims"),
  control: () => ask<ControlRow[]>("control"),
  sources: () => ask<SourceRow[]>("sources"),
  controlLeftOut: () => ask<LeftOut[]>("control/left-out"),
  controlClaims: () => ask<Line[]>("control/claims"),
  source: (id: string) => ask<SourceRow>(`sources/${of(id)}`),
  sourceTold: (id: string) => ask<SourceTold>(`sources/${of(id)}/told`),
  feeds: () => now<Feeds>("feeds"),
  place: (id: string) => ask<PlacePage>(`places/${of(id)}`),
  actor: (id: string) => ask<ActorPage>(`actors/${of(id)}`),
  unresolved: () => now<Unresolved[]>("unresolved"),
  choices: (name: string) => now<Choice[]>(`unresolved/choices?name=${of(name)}`),
  search: (q: string) => ask<Found>("search", words({ q })),
};
