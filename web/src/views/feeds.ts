// What is followed: when each was last good, why not, how stale it is, and when it is due.

import { api } from "../api";
import { type Child, h } from "../dom";
import { outward } from "../pieces/links";
import type { Page } from "../router";
import type { FeedRow, Feeds } from "../types";
import { ago, minutes, plural, until } from "../words";

const HEADS = ["Feed", "State", "Last good", "Last new", "Next due", "Pages"];

const STATES: Record<FeedRow["state"], { label: string; meaning: string }> = {
  failing: { label: "failing", meaning: "its last look failed" },
  stale: { label: "stale", meaning: "no good answer in four times its usual pause" },
  new: { label: "new", meaning: "not looked at yet" },
  good: { label: "good", meaning: "answered as it should" },
  left: { label: "left", meaning: "on the list no more, not looked at" },
};

export async function feedsView(): Promise<Page> {
  const found = await api.feeds();
  const body = h(
    "div",
    { class: "page" },
    h(
      "header",
      { class: "page-head" },
      h("h1", {}, `Feeds (${found.feeds.length})`),
      h(
        "p",
        { class: "standfirst" },
        "What fogline watch follows, and how each fares. A feed that fails is asked less and less often, down to once a day; what it brought before stays in the ledger.",
      ),
      found.feeds.length > 0 && h("p", { class: "feed-tally" }, tally(found.feeds)),
    ),
    found.feeds.length > 0 ? table(found) : nothing(),
  );
  return { title: "Feeds", body, wide: found.feeds.length > 0 };
}

function tally(feeds: FeedRow[]): string {
  const counts = Object.entries(STATES).map(([state, { label }]) => {
    const n = feeds.filter((feed) => feed.state === state).length;
    return n > 0 && `${n} ${label}`;
  });
  return counts.filter(Boolean).join(", ");
}

function nothing(): HTMLElement {
  return h(
    "div",
    { class: "empty" },
    h("p", {}, "Nothing is followed yet."),
    h(
      "p",
      {},
      h("code", {}, "fogline feeds --example > feeds.toml"),
      " writes a list of public feeds to choose from; ",
      h("code", {}, "fogline watch feeds.toml"),
      " follows what a list names.",
    ),
  );
}

function table({ at, feeds }: Feeds): HTMLElement {
  return h(
    "div",
    { class: "table-scroll", role: "region", "aria-label": "Feeds and their health", tabindex: 0 },
    h(
      "table",
      { class: "claims-table feeds-table" },
      h("thead", {}, h("tr", {}, HEADS.map((label) => h("th", { scope: "col" }, label)))),
      h("tbody", {}, feeds.map((feed) => row(feed, at))),
    ),
  );
}

function row(feed: FeedRow, at: string): HTMLElement {
  const { label, meaning } = STATES[feed.state];
  const due = feed.state === "left" ? "not any more" : until(feed.next_due, at);
  const cells: [string, Child][] = [
    ["State", [h("span", { class: `state state-${feed.state}`, title: meaning }, label), why(feed, at)]],
    ["Last good", time(feed.last_good, at)],
    ["Last new", time(feed.last_new, at)],
    ["Next due", [due, h("p", { class: "minor" }, `every ${minutes(feed.minutes)}`)]],
    ["Pages", String(feed.entries)],
  ];
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, name(feed)),
    cells.map(([head, cell]) => h("td", { "data-label": head }, cell)),
  );
}

function name(feed: FeedRow): Child {
  const kind = feed.kind === "auto" ? "" : `${feed.kind} · `;
  return [feed.title ?? feed.url.replace(/^https?:\/\//i, "").split("/")[0], h("p", { class: "minor" }, kind, outward(feed.url))];
}

function why(feed: FeedRow, at: string): HTMLElement | null {
  if (feed.state === "stale") {
    const silent = ago(feed.last_good, at).replace(" ago", "");
    return h("p", { class: "minor" }, `no good answer for ${silent}, against a pause of ${minutes(feed.minutes)}`);
  }
  if (!feed.reason) return null;
  const often = feed.failures > 1 ? `, ${plural(feed.failures, "time")} in a row` : "";
  return h("p", { class: "minor" }, `${feed.reason}${often}: ${feed.detail ?? ""}`);
}

function time(instant: string | null, at: string): Child {
  return instant ? h("time", { datetime: instant, title: instant }, ago(instant, at)) : "never";
}
