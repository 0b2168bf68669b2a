// A text's own words, with the words that take a side followed by the neutral term.

import { type Child, h } from "../dom";

const BULLET = /^(?:[•‣▪▫◦●○·*–—-]+\s+)+/u;

export function quote(words: string, loaded: [string, string][]): HTMLElement {
  return h("q", { class: "quote" }, marked(inner(words.trim().replace(BULLET, "")), loaded));
}

// The words as they stand within quotation marks: their own double marks are single ones there.
export function inner(words: string): string {
  return words.replace(/(^|[\s([{‘“—–-])"/g, "$1‘").replace(/[“„]/g, "‘").replace(/["”]/g, "’");
}

export function marked(words: string, loaded: [string, string][]): Child[] {
  const found = next(words, loaded);
  if (!found) return [words];
  const [start, end, term] = found;
  return [
    words.slice(0, start),
    h(
      "span",
      { class: "loaded" },
      h("span", { class: "loaded-word" }, words.slice(start, end)),
      h("span", { class: "loaded-neutral" }, h("span", { class: "unseen" }, "neutral term: "), term),
    ),
    ...marked(words.slice(end), loaded),
  ];
}

function next(words: string, loaded: [string, string][]): [number, number, string] | null {
  const lower = words.toLowerCase();
  const hits = loaded
    .map(([word, term]) => [lower.indexOf(word.toLowerCase()), word.length, term] as const)
    .filter(([at]) => at >= 0)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const first = hits[0];
  return first ? [first[0], first[0] + first[1], first[2]] : null;
}
