// One actor: who it is, how texts name it, what it says, and what is said of it.

import { api } from "../api";
import { type Child, h } from "../dom";
import { counts } from "../pieces/counts";
import { legendLine } from "../pieces/legend";
import { claims, facts, mapOf, names, section, timeline } from "../pieces/profile";
import type { Page } from "../router";
import type { ActorPage, Line } from "../types";
import { sourceKind } from "../words";
import { withMap } from "./map";

const PARTS = { does: "as the one who acts", undergoes: "as the one acted upon" };

export async function actorView(id: string): Promise<Page> {
  const view = await api.actor(id);
  return withMap(view, (plane) => page(view, plane));
}

function page(view: ActorPage, plane: HTMLElement): HTMLElement {
  return h(
    "div",
    { class: "profile" },
    h(
      "header",
      { class: "page-head" },
      h("h1", {}, view.name),
      h("p", { class: "standfirst" }, standfirst(view)),
      counts(view.counts),
      legendLine(),
    ),
    h(
      "div",
      { class: "profile-top" },
      section("Where claims about it lie", mapOf(view.sites, plane, `Map of claims about ${view.name}`), identity(view)),
      section("Names met in the texts", names(view.names)),
    ),
    section("Claims about it by month", timeline(view.about, "about")),
    list("Claims about it", view.about, "about"),
    list("Claims by it", view.says, "says"),
  );
}

function list(title: string, lines: Line[], prefix: string): HTMLElement {
  return section(`${title}, in time order (${lines.length})`, claims(lines, prefix, PARTS));
}

function standfirst(view: ActorPage): string {
  return [sourceKind(view.kind), view.country_name ?? view.country, years(view)].filter(Boolean).join(", ");
}

// The years in which it bore this name; an open end is no claim that it lasts.
function years({ since, until }: ActorPage): string | null {
  if (!since && !until) return null;
  return since ? (until ? `${since} to ${until}` : `since ${since}`) : `until ${until}`;
}

function identity(view: ActorPage): HTMLElement {
  return facts([
    ["Actor", h("code", { class: "hash" }, view.id)],
    ["Years of this name", years(view)],
    ["Others", view.kin.length > 0 && kin(view)],
  ]);
}

// Another actor may have no page here: nobody need have named it.
function kin(view: ActorPage): Child {
  return h("ul", {}, view.kin.map((k) => h("li", {}, `${k.how} `, h("strong", {}, k.name))));
}
