// A document's parts, each with its role beside it; readers' comments as a tree of their own.

import { type Child, h, pressable } from "../dom";
import { glyph } from "../glyph";
import { type Segment, segments, Text } from "../text";
import type { ClaimView, DocumentView, Part } from "../types";
import { modality, ROLES, standingWords } from "../words";

type Choose = (claim: ClaimView) => void;

interface Shown {
  text: Text;
  claims: ClaimView[];
  selected: ClaimView | null;
  choose: Choose;
}

export function partBodies(view: DocumentView, selected: ClaimView | null, choose: Choose): Child[] {
  const shown = { text: new Text(view.text), claims: view.claim_views, selected, choose };
  const comments = view.parts.filter((p) => p.role === "comment");
  const first = comments[0];
  const before = view.parts.filter((p) => p.role !== "comment" && (!first || p.start < first.start));
  const after = view.parts.filter((p) => first && p.role !== "comment" && p.start >= first.start);
  return [
    before.map((p) => part(p, shown)),
    comments.length > 0 && thread(comments, shown),
    after.map((p) => part(p, shown)),
  ];
}

function part(item: Part, shown: Shown): HTMLElement {
  return h(
    item.role === "caption" ? "figure" : "section",
    { class: `part part-${item.role}`, "aria-label": ROLES[item.role] ?? item.role },
    h("p", { class: "part-role", "aria-hidden": "true" }, ROLES[item.role] ?? item.role),
    h("div", { class: "part-text" }, paragraphs(item, shown)),
  );
}

function thread(comments: Part[], shown: Shown): HTMLElement {
  const ids = new Set(comments.map((c) => c.id));
  const roots = comments.filter((c) => !c.parent || !ids.has(c.parent));
  return h(
    "section",
    { class: "thread", "aria-labelledby": "thread-title" },
    h("h2", { id: "thread-title" }, `Readers’ comments (${comments.length})`),
    h(
      "p",
      { class: "note note-comments" },
      "What readers wrote below the report. Their claims are marked, but they corroborate nothing.",
    ),
    branch(roots, comments, shown),
  );
}

function branch(level: Part[], all: Part[], shown: Shown): HTMLElement {
  return h(
    "ol",
    { class: "comments" },
    level.map((comment) => {
      const replies = all.filter((c) => c.parent === comment.id);
      return h(
        "li",
        { class: "comment" },
        h("p", { class: "comment-author" }, comment.author ?? "unnamed reader", posted(comment)),
        h("div", { class: "part-text" }, paragraphs(comment, shown)),
        replies.length > 0 && branch(replies, all, shown),
      );
    }),
  );
}

function posted(comment: Part): Child {
  return comment.posted && h("span", { class: "minor" }, ` · ${comment.posted}`);
}

function paragraphs(item: Part, shown: Shown): HTMLElement[] {
  const claims = shown.claims.filter((c) => c.part.id === item.id);
  const { selected } = shown;
  const here = selected && reaches(selected, item) ? selected : null;
  return shown.text
    .paragraphs(item.start, item.end)
    .map((span) => h("p", {}, segments(span, claims, here).map((s) => segment(s, shown))));
}

// A claim's receipts may stand in another part: an actor named in the headline, say.
function reaches(claim: ClaimView, item: Part): boolean {
  const inside = (at: number | null) => at !== null && at >= item.start && at < item.end;
  return claim.part.id === item.id || claim.receipts.some((r) => inside(r.start));
}

function segment(item: Segment, shown: Shown): Child {
  const words = shown.text.slice(item.start, item.end);
  const slots = item.slots.filter((s) => s !== "what");
  const inner = item.claims.length > 0 ? trigger(item, words, shown) : words;
  if (slots.length > 0) return slotMark(slots, inner, item.inSentence);
  return item.inSentence ? h("span", { class: "in-sentence" }, inner) : inner;
}

function slotMark(slots: string[], inner: Child, inSentence: boolean): HTMLElement {
  const kinds = [...new Set(slots)];
  return h(
    "span",
    { class: `slot slot-${kinds[0]} ${inSentence ? "in-sentence" : ""}` },
    inner,
    h("span", { class: "slot-name" }, kinds.join(", ")),
  );
}

function trigger(item: Segment, words: string, { selected, choose }: Shown): HTMLElement {
  const at = item.claims.findIndex((c) => c === selected);
  const claim = item.claims[(at + 1) % item.claims.length] ?? item.claims[0];
  const shownClaim = at >= 0 ? selected : claim;
  if (!claim || !shownClaim) return h("span", {}, words);
  const mode = modality(shownClaim);
  const mark = h(
    "span",
    {
      class: [
        `trigger is-${mode} certainty-${shownClaim.certainty}`,
        at >= 0 && "is-selected",
        shownClaim.rejected && "is-rejected",
      ]
        .filter(Boolean)
        .join(" "),
      "aria-pressed": at >= 0 ? "true" : "false",
      "aria-controls": "panel",
      "data-claims": item.claims.map((c) => c.id).join(" "),
      title: `${shownClaim.what}: ${standing(shownClaim)}`,
    },
    words,
    needsMark(shownClaim) && glyph(mode, shownClaim.certainty, 11),
  );
  const last = at >= 0 && at === item.claims.length - 1;
  return pressable(mark, () => choose(last && selected ? selected : claim));
}

function standing(claim: ClaimView): string {
  const words = `${standingWords(claim)}, ${claim.certainty}`;
  return claim.rejected ? `${words}; rejected` : words;
}

// A plainly stated occurrence needs no mark; everything else shows what it is.
function needsMark(claim: ClaimView): boolean {
  return modality(claim) !== "occurred" || claim.certainty !== "certain";
}
