// One text filter for every list: rows that lack a word are hidden, and the address keeps the words.

import { h, on } from "../dom";
import { day, plural } from "../words";

const KEY = "filter";

// What else a list can be narrowed by: a control, its key in the address, which rows it leaves.
export interface Narrowing {
  key: string;
  node: HTMLElement;
  control: HTMLInputElement | HTMLSelectElement;
  keeps: (row: HTMLElement, value: string) => boolean;
}

// `rows` selects what is kept or hidden below `list`; a section without a row left goes with them.
export function filter(list: HTMLElement, rows: string, noun: string, others: Narrowing[] = []): HTMLElement {
  const field = h("input", { type: "search", id: KEY, autocomplete: "off", value: asked(), maxlength: 200 });
  const tally = h("p", { class: "minor", role: "status" });
  const held = [...list.querySelectorAll<HTMLElement>(rows)].map((row) => [row, folded(said(row))] as const);
  const apply = () => {
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    const asked = others.filter(({ control }) => control.value);
    const kept = (row: HTMLElement) => asked.every(({ keeps, control }) => keeps(row, control.value));
    for (const [row, text] of held) row.hidden = !(words.every((word) => text.includes(word)) && kept(row));
    for (const section of list.querySelectorAll<HTMLElement>(".list-section")) {
      const own = [...section.querySelectorAll<HTMLElement>(rows)];
      section.hidden = own.length > 0 && own.every((row) => row.hidden);
      retitle(section, own);
    }
    const shown = held.filter(([row]) => !row.hidden).length;
    tally.textContent = words.length + asked.length > 0 ? found(shown, held.length, noun, field.value.trim()) : "";
    keep({ [KEY]: field.value.trim(), ...Object.fromEntries(others.map(({ key, control }) => [key, control.value])) });
  };
  on(field, "input", apply);
  for (const { control } of others) on(control, "change", apply);
  if ([field, ...others.map(({ control }) => control)].some(({ value }) => value)) apply();
  const more = others.map(({ node }) => node);
  return h("div", { class: "since filter" }, h("label", { for: KEY }, "Only those with the words"), field, more, tally);
}

// "borne out (80)" is "borne out (3 of 80)" where only three are left in sight.
function retitle(section: HTMLElement, own: HTMLElement[]): void {
  const title = section.querySelector("h2");
  if (!title || title.childElementCount > 0 || own.length === 0) return;
  const left = own.filter((row) => !row.hidden).length;
  const of = left < own.length ? `${left} of ${own.length}` : own.length;
  title.textContent = (title.textContent ?? "").replace(/\((?:\d+ of )?\d+\)$/, `(${of})`);
}

// Where none is left it is said of what: the rows of this page, as they stood on its day.
function found(shown: number, all: number, noun: string, words: string): string {
  if (shown > 0 || all === 0) return `${shown} of ${plural(all, noun)}`;
  const asOf = new URLSearchParams(location.search).get("as_of");
  const within = asOf ? `as of ${day(asOf)}` : "on this page";
  if (!words) return `None of the ${plural(all, noun)} ${within} is among those.`;
  return `None of the ${plural(all, noun)} ${within} holds ${words.includes(" ") ? "all the words" : "the word"} “${words}”.`;
}

// A row inside a titled section is also found by that title: a place's holders by the place.
function said(row: HTMLElement): string {
  return `${row.closest(".list-section")?.querySelector("h2")?.textContent ?? ""} ${row.textContent ?? ""}`;
}

function folded(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function asked(): string {
  return new URLSearchParams(location.search).get(KEY) ?? "";
}

function keep(asked: Record<string, string>): void {
  const address = new URL(location.href);
  for (const [key, value] of Object.entries(asked)) {
    if (value) address.searchParams.set(key, value);
    else address.searchParams.delete(key);
  }
  history.replaceState(history.state, "", address);
}
