// A short mark in a frame.

import { h } from "../dom";

export function tag(kind: string, label: string): HTMLElement {
  return h("span", { class: `tag tag-${kind}` }, label);
}
