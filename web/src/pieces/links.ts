// Addresses inside the desk. One that is shown as the ledger stood on a day leads on to that day.

import { type Child, h } from "../dom";

const of = encodeURIComponent;

// Pages that tell of this moment alone.
export const OF_NOW = new Set(["/feeds", "/unresolved"]);

type Asked = Record<string, string | null | undefined>;

export const to = {
  board: (asked: Asked = {}) => at("/", asked),
  zone: (id: string) => at(`/zones/${of(id)}`),
  documents: () => at("/documents"),
  document: (id: string, claim?: string) => at(`/documents/${of(id)}`, { claim }),
  events: (asked: Asked = {}) => at("/events", asked),
  event: (id: string, claim?: string) => at(`/events/${of(id)}`, { claim }),
  contradictions: (event?: string) => at("/contradictions", { event }),
  origin: (id: string) => at(`/origins/${of(id)}`),
  control: () => at("/control"),
  sources: () => at("/sources"),
  source: (id: string) => at(`/sources/${of(id)}`),
  place: (id: string) => at(`/places/${of(id)}`),
  actor: (id: string) => at(`/actors/${of(id)}`),
  search: (q: string) => at("/search", { q }),
  unresolved: "/unresolved",
  map: (zone?: string) => at("/map", { zone }),
};

export function at(page: string, asked: Asked = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...asked, ...stood() })) if (value) query.set(key, value);
  return query.size > 0 ? `${page}?${query}` : page;
}

// The moment at which the open page shows the ledger; empty where it shows it as it stands now.
export function stood(): Asked {
  const query = new URLSearchParams(location.search);
  return query.has("as_of") ? { as_of: query.get("as_of"), clock: query.get("clock") } : {};
}

// The open page's address, as the ledger stood at the end of a day, or as it stands now.
export function asOf(day: string | null): string {
  const query = new URLSearchParams(location.search);
  for (const key of ["as_of", "clock"]) query.delete(key);
  if (day) query.set("as_of", day);
  return query.size > 0 ? `${location.pathname}?${query}` : location.pathname;
}

export function link(href: string, ...children: Child[]): HTMLAnchorElement {
  return h("a", { href }, ...children);
}

// A name leads to the page of whom or what it names, where that is known.
export function named(address: (id: string) => string, id: string | null, name: Child): Child {
  return id ? link(address(id), name) : name;
}

// A page's own address is shown, and followed only where it is one of the web.
export function outward(url: string): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return h("span", {}, url);
  return h("a", { href: url, rel: "noreferrer noopener nofollow", target: "_blank" }, url);
}
