// A list that the server finds, orders and pages: its filters, what was found, more on asking.

import { h, on } from "../dom";
import type { Listed } from "../lists";
import { day, plural } from "../words";
import { before, left } from "../router";
import type { Field } from "./fields";
import { link } from "./links";

const PAUSE = 250; // milliseconds after a key until the server is asked

export interface Listing<T, P extends Listed<T>> {
  noun: string;
  fields: Field[];
  list: HTMLElement;
  query: URLSearchParams;
  ask: (query: URLSearchParams) => Promise<P>;
  row: (item: T) => HTMLElement;
  // What stands beside the number found, and what the fields may offer from now on.
  told: (page: P) => string;
}

const MOST = 200; // rows that the server gives at once

// A list that was left is asked for again as long as it was.
export function begun(query: URLSearchParams): URLSearchParams {
  const { rows } = before();
  const asked = new URLSearchParams(query);
  if (rows) asked.set("limit", String(Math.min(rows, MOST)));
  return asked;
}

export function listing<T, P extends Listed<T>>(spec: Listing<T, P>, first: P): HTMLElement {
  const tally = h("p", { class: "listing-tally", role: "status" });
  const none = h("div", {});
  const more = h("button", { type: "button", class: "listing-more" });
  let turn = 0;
  let shown = 0;

  const show = (page: P) => {
    if (page.offset === 0) spec.list.replaceChildren();
    spec.list.append(...page.rows.map(spec.row));
    shown = page.offset + page.rows.length;
    if (shown > page.rows.length) left({ rows: shown });
    more.hidden = shown >= page.found;
    more.textContent = `Show ${Math.min(page.found - shown, page.rows.length)} more of ${page.found}`;
    tally.textContent = [found(spec, page), page.found > 0 && spec.told(page)].filter(Boolean).join("; ");
    none.replaceChildren(...(page.found === 0 ? [nothing(spec, page)] : []));
  };
  const ask = async (offset: number) => {
    const mine = ++turn;
    spec.list.setAttribute("aria-busy", "true");
    const page = await spec.ask(paged(spec.query, offset)).catch((error: Error) => error);
    if (mine !== turn) return; // other words were asked for meanwhile
    spec.list.removeAttribute("aria-busy");
    if (page instanceof Error) tally.textContent = `The list could not be fetched: ${page.message}`;
    else show(page);
  };
  const changed = () => {
    for (const each of spec.fields) keep(spec.query, each.key, each.value());
    history.replaceState(null, "", address(spec.query));
    void ask(0);
  };
  let waiting = 0;
  for (const { control } of spec.fields) {
    const typed = control instanceof HTMLInputElement && control.type === "search";
    on(control, typed ? "input" : "change", () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(changed, typed ? PAUSE : 0);
    });
  }
  on(more, "click", () => {
    const at = shown;
    void ask(shown).then(() => spec.list.children[at]?.querySelector<HTMLElement>("a")?.focus());
  });
  show(first);
  const form = h("form", { class: "listing-filters", role: "search", "aria-label": `Which ${spec.noun}s` }, spec.fields.map((f) => f.node));
  on(form, "submit", (event) => event.preventDefault());
  return h("div", { class: "listing" }, form, tally, none, spec.list, more);
}

function found<T, P extends Listed<T>>({ noun, fields }: Listing<T, P>, page: P): string {
  const filtered = fields.some((field) => field.value() && field.said(""));
  return filtered ? `${page.found} of ${plural(page.total, noun)}` : plural(page.found, noun);
}

// Nothing was found within what was asked for, and in what stood then: both are said.
function nothing<T, P extends Listed<T>>({ noun, fields, query }: Listing<T, P>, page: P): HTMLElement {
  const asOf = query.get("as_of");
  const within = asOf ? ` in what had been published by the end of ${day(asOf)}` : "";
  if (page.total === 0) return h("p", { class: "none" }, `This ledger holds no ${noun}${within}.`);
  const asked = fields.filter((f) => f.value()).map((f) => f.said(said(f))).filter(Boolean);
  const extra = query.get("event") ? ["of this event"] : [];
  const words = `None of the ${plural(page.total, noun)}${within} is ${[...extra, ...asked].join(" and ")}.`;
  return h("p", { class: "none" }, words, " ", link(bare(query), "Ask for all of them"));
}

function said({ control, value }: Field): string {
  if (control instanceof HTMLInputElement) return value();
  const chosen = control.selectedOptions[0]?.textContent ?? value();
  return chosen.replace(/ \(\d+\)$/, "");
}

function bare(query: URLSearchParams): string {
  const asOf = query.get("as_of");
  return address(new URLSearchParams(asOf ? { as_of: asOf } : {}));
}

export function address(query: URLSearchParams): string {
  const words = query.toString();
  return words ? `${location.pathname}?${words}` : location.pathname;
}

function keep(query: URLSearchParams, key: string, value: string): void {
  if (value) query.set(key, value);
  else query.delete(key);
}

function paged(query: URLSearchParams, offset: number): URLSearchParams {
  const asked = new URLSearchParams(query);
  if (offset > 0) asked.set("offset", String(offset));
  return asked;
}
