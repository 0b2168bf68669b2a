// What a list can be asked for: a field a filter, each with the words that say what it asks.

import { h } from "../dom";
import type { Choice } from "../lists";
import { day } from "../words";

export interface Field {
  key: string;
  node: HTMLElement;
  control: HTMLInputElement | HTMLSelectElement;
  value: () => string;
  // What is asked for, as it goes on behind "none of the events": "at a place called “Goma”".
  said: (shown: string) => string;
  offer: (choices: Choice[]) => void;
}

type Said = Field["said"];

// The masthead's search is "q" too.
export function idOf(key: string): string {
  return `ask-${key}`;
}

export function words(key: string, label: string, said: Said, query: URLSearchParams): Field {
  const control = h("input", { type: "search", id: idOf(key), autocomplete: "off", maxlength: 200, value: query.get(key) });
  return field(key, label, control, said, () => undefined);
}

// Words with what is usual to ask for; whatever else is typed is asked for too.
export function suggested(key: string, label: string, said: Said, query: URLSearchParams): Field {
  const made = words(key, label, said, query);
  const list = h("datalist", { id: `${idOf(key)}-known` });
  made.control.setAttribute("list", list.id);
  made.node.append(list);
  return { ...made, offer: (choices) => list.replaceChildren(...choices.map((c) => h("option", { value: c.value }))) };
}

export function select(key: string, label: string, any: string, said: Said, query: URLSearchParams): Field {
  const asked = query.get(key) ?? "";
  const control = h("select", { id: idOf(key) }, h("option", { value: "" }, any));
  if (asked) control.append(h("option", { value: asked, selected: true }, asked));
  const offer = (choices: Choice[]) => {
    const chosen = control.value;
    // What is chosen stays in sight, also where nothing is left of it.
    const known = choices.some((c) => c.value === chosen) || !chosen ? choices : [...choices, { value: chosen, label: chosen, rows: 0 }];
    const options = known.map((c) => h("option", { value: c.value, selected: c.value === chosen }, `${shown(c)} (${c.rows})`));
    control.replaceChildren(h("option", { value: "" }, any), ...options);
    control.value = chosen;
  };
  return field(key, label, control, said, offer);
}

function shown({ value, label }: Choice): string {
  return label === value || value === value.toUpperCase() ? label : `${value}: ${label}`;
}

export function date(key: string, label: string, said: Said, query: URLSearchParams): Field {
  const control = h("input", { type: "date", id: idOf(key), value: query.get(key) });
  return field(key, label, control, (shown) => said(shown && day(shown)), () => undefined);
}

// A few fixed choices, "" being the first: what is chosen is asked for by its value.
export function choice(key: string, label: string, options: [string, string][], said: Said, query: URLSearchParams): Field {
  const control = h("select", { id: idOf(key) }, options.map(([value, words]) => h("option", { value }, words)));
  control.value = query.get(key) ?? "";
  return field(key, label, control, said, () => undefined);
}

export function tick(key: string, label: string, said: Said, query: URLSearchParams): Field {
  const control = h("input", { type: "checkbox", id: idOf(key), checked: query.get(key) === "true" });
  const node = h("div", { class: "field field-tick" }, control, h("label", { for: idOf(key) }, label));
  return { key, node, control, value: () => (control.checked ? "true" : ""), said, offer: () => undefined };
}

function field(key: string, label: string, control: Field["control"], said: Said, offer: Field["offer"]): Field {
  const node = h("div", { class: "field" }, h("label", { for: idOf(key) }, label), control);
  return { key, node, control, value: () => control.value.trim(), said, offer };
}
