// Addresses inside the desk.

import { type Child, h } from "../dom";

const of = encodeURIComponent;

export const to = {
  zone: (id: string) => `/zones/${of(id)}`,
  document: (id: string, claim?: string) =>
    `/documents/${of(id)}${claim ? `?claim=${of(claim)}` : ""}`,
  event: (id: string) => `/events/${of(id)}`,
  events: (asOf?: string) => asOfAddress("/events", asOf),
  contradictions: (event?: string) => (event ? `/contradictions?event=${of(event)}` : "/contradictions"),
  origin: (id: string) => `/origins/${of(id)}`,
  forecasts: (asOf?: string) => asOfAddress("/forecasts", asOf),
  control: (asOf?: string) => asOfAddress("/control", asOf),
  sources: (asOf?: string) => asOfAddress("/sources", asOf),
  source: (id: string) => `/sources/${of(id)}`,
  place: (id: string) => `/places/${of(id)}`,
  actor: (id: string) => `/actors/${of(id)}`,
  unresolved: "/unresolved",
  map: (zone?: string) => (zone ? `/map?zone=${of(zone)}` : "/map"),
};

function asOfAddress(page: string, asOf?: string): string {
  return asOf ? `${page}?as_of=${of(asOf)}` : page;
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
