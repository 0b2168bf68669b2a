// What disagrees with what: every contradiction with its sides face to face, newest first.

import { api } from "../api";
import { h } from "../dom";
import type { ContradictionRow, Contradictions } from "../lists";
import { head } from "../pieces/asof";
import { tag } from "../pieces/tag";
import { select, words } from "../pieces/fields";
import { link, to } from "../pieces/links";
import { begun, listing } from "../pieces/listing";
import { versus } from "../pieces/versus";
import type { Page } from "../router";
import { days } from "../words";

export async function contradictionsView(_: string, query: URLSearchParams): Promise<Page> {
  const first = await api.contradictions(begun(query));
  const type = select("type", "Kind", "any", (kind) => `of the kind “${kind}”`, query);
  const state = select("state", "State", "any", (name) => `in the state “${name}”`, query);
  const fields = [type, state, words("q", "Words", (w) => `told with the words “${w}”`, query)];
  const told = (page: Contradictions) => {
    type.offer(page.types);
    state.offer(page.states);
    return `${page.open} open`;
  };
  const list = h("ol", { class: "disputes" });
  const spec = { noun: "contradiction", fields, list, query, ask: api.contradictions, row, told };
  const body = h(
    "div",
    { class: "page" },
    head(
      "Contradictions",
      "What disagrees with what. Each side stands with the independent origins behind it; a square is one of them. Open means that no side has taken back what it said. Each is a place to look, not a verdict: two numbers may count two things.",
    ),
    query.get("event") && h("p", { class: "note" }, "Those of one event alone. ", link(to.contradictions(), "All contradictions")),
    listing(spec, first),
  );
  return { title: "Contradictions", body, wide: true };
}

function row(item: ContradictionRow): HTMLElement {
  const when = days(item.first, item.last) || "undated reports";
  return h(
    "li",
    {},
    h(
      "article",
      { class: `dispute is-${item.state}` },
      h(
        "header",
        { class: "dispute-head" },
        h(
          "p",
          { class: "dispute-marks" },
          tag(item.state === "open" ? "contested" : "settled", `${item.type}, ${item.state}`),
          h("span", { class: "dispute-about" }, item.about),
          h("span", { class: "minor" }, [...item.places.slice(0, 3), `reported ${when}`].join(" · ")),
        ),
        h("h2", { class: "card-line" }, events(item)),
      ),
      versus(item),
    ),
  );
}

function events({ events }: ContradictionRow) {
  return events.map((event, i) => [i > 0 && " / ", link(to.event(event.id), event.line)]);
}
