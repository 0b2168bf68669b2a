// A text's own words: the word that a claim was read from marked, words that take a side followed by
// the neutral term.

import { type Child, h } from "../dom";
import type { ClaimView, Lead, Stretch } from "../types";

const BULLET = /^(?:[•‣▪▫◦●○·*–—-]+\s+)+/u;

type Loaded = [string, string][];
type Told = Pick<Lead, "words" | "loaded" | "trigger">;

const SEEN = 120; // UTF-16 units of a sentence that a card surely shows, however narrow
const LEAD = 60; // ... before the marked word of one that begins too far from it

// The words of a line or card, which has room for some lines: the marked word is among them.
export function quote({ words, loaded, trigger }: Told): HTMLElement {
  return quoted(words, loaded, trigger, true);
}

// The sentence of a claim.
export function quoteOf({ sentence, trigger, loaded }: ClaimView): HTMLElement {
  const terms = loaded.map((word): [string, string] => [word.text, word.neutral]);
  return quoted(sentence.text, terms, [trigger.start - sentence.start, trigger.end - sentence.start]);
}

function quoted(words: string, loaded: Loaded, trigger: Stretch, short = false): HTMLElement {
  const points = Array.from(words);
  const [start, end] = trigger.map((n) => points.slice(0, n).join("").length) as Stretch;
  const bare = words.trimStart().replace(BULLET, "");
  const cut = words.length - bare.length;
  const left = short && end - cut > SEEN ? bare.indexOf(" ", start - cut - LEAD) + 1 : 0;
  const told = marked(inner(bare.trimEnd()).slice(left), loaded, after([start, end], cut + left));
  return h("q", { class: "quote" }, left > 0 && "… ", told);
}

// The words as they stand within quotation marks: their own double marks are single ones there.
export function inner(words: string): string {
  return words.replace(/(^|[\s([{‘“—–-])"/g, "$1‘").replace(/[“„]/g, "‘").replace(/["”]/g, "’");
}

// `trigger` counts in UTF-16 units; it and a loaded word may overlap.
function marked(words: string, loaded: Loaded, trigger: Stretch): Child[] {
  const found = next(words, loaded);
  if (!found) return pointed(words, trigger);
  const [start, end, term] = found;
  return [
    pointed(words.slice(0, start), trigger),
    h(
      "span",
      { class: "loaded" },
      h("span", { class: "loaded-word" }, pointed(words.slice(start, end), after(trigger, start))),
      h("span", { class: "loaded-neutral" }, h("span", { class: "unseen" }, "neutral term: "), term),
    ),
    ...marked(words.slice(end), loaded, after(trigger, end)),
  ];
}

function after([start, end]: Stretch, cut: number): Stretch {
  return [start - cut, end - cut];
}

function pointed(words: string, trigger: Stretch): Child[] {
  const [start, end] = trigger.map((n) => Math.min(Math.max(n, 0), words.length)) as Stretch;
  if (start >= end) return [words];
  return [words.slice(0, start), h("mark", { class: "told-by", title: "the word that this claim was read from" }, words.slice(start, end)), words.slice(end)];
}

function next(words: string, loaded: Loaded): [number, number, string] | null {
  const lower = words.toLowerCase();
  const hits = loaded
    .map(([word, term]) => [lower.indexOf(word.toLowerCase()), word.length, term] as const)
    .filter(([at]) => at >= 0)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const first = hits[0];
  return first ? [first[0], first[0] + first[1], first[2]] : null;
}
