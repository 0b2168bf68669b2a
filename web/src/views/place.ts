// One place: what it is, how texts name it, what is claimed of it, and who is said to have held it.

import { api } from "../api";
import { type Child, h } from "../dom";
import { counts } from "../pieces/counts";
import { legendLine } from "../pieces/legend";
import { link, to } from "../pieces/links";
import { claims, facts, mapOf, names, section, timeline } from "../pieces/profile";
import type { Page } from "../router";
import type { PlacePage, Ruling } from "../types";
import { day, plural } from "../words";
import { tenures } from "./control";
import { withMap } from "./map";

const ROLES = { origin: "from here", destination: "towards here", objective: "aimed at it" };

export async function placeView(id: string): Promise<Page> {
  const view = await api.place(id);
  return withMap(view, (plane) => page(view, plane));
}

function page(view: PlacePage, plane: HTMLElement): HTMLElement {
  return h(
    "div",
    { class: "profile" },
    h(
      "header",
      { class: "page-head" },
      h("p", { class: "trail" }, link(to.map(), "Map")),
      h("h1", {}, view.name),
      h("p", { class: "standfirst" }, standfirst(view)),
      counts(view.counts),
      legendLine(),
    ),
    h(
      "div",
      { class: "profile-top" },
      section("Where it is said to be", mapOf(view.sites, plane, `Map of ${view.name}`), extent(view)),
      section("Names met in the texts", names(view.names), view.ruled.map(ruled)),
    ),
    section("Who is said to have held it", control(view)),
    section("Claims by month", timeline(view.claims, "at")),
    section(`Claims at this place, in time order (${view.claims.length})`, claims(view.claims, "at", ROLES)),
  );
}

function standfirst(view: PlacePage): string {
  const where = [view.within, view.country_name ?? view.country].filter((w) => w && w !== view.name);
  return [view.kind ?? "place", ...where].join(", ");
}

function extent(view: PlacePage): HTMLElement {
  return facts([
    ["Precision", view.precision ?? "not located"],
    ["Lies within", radius(view)],
    ["Place", h("code", { class: "hash" }, view.id)],
    ["Known from", view.source],
  ]);
}

function radius({ precision, radius_km }: PlacePage): string | null {
  if (precision === "country") return "the whole country: it is not put on a point";
  return radius_km === null ? null : `${radius_km.toLocaleString("en-GB")} km of its point`;
}

function ruled(item: Ruling): HTMLElement {
  const words = `“${item.name}” was decided to mean it, by ${item.by} on ${day(item.at)}.`;
  return h("p", { class: "note" }, words);
}

function control(view: PlacePage): Child {
  if (view.control.length === 0) return h("p", {}, "No claim firm and dated enough says so.");
  const told = plural(new Set(view.control.flatMap((c) => c.intervals.map((t) => t.holder))).size, "holder");
  return [
    h("p", { class: "minor" }, `${told} claimed; no one is chosen where origins disagree.`),
    view.control.map((row) => tenures(row, view.claims)),
  ];
}
