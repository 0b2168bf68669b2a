// A document's text cut at the claims' triggers and at the selected claim's words.
//
// The API's offsets count Unicode code points; JavaScript's strings count UTF-16 units.

import type { ClaimView, Receipt } from "./types";

export class Text {
  private readonly points: string[];

  constructor(text: string) {
    this.points = Array.from(text);
  }

  slice(start: number, end: number): string {
    return this.points.slice(start, end).join("");
  }

  // Stretches between blank lines, without the white space around them.
  paragraphs(start: number, end: number): [number, number][] {
    const found: [number, number][] = [];
    let first = -1;
    let last = -1;
    let breaks = 0;
    for (let i = start; i < end; i++) {
      const point = this.points[i] ?? "";
      if (/\s/.test(point)) {
        if (point === "\n") breaks++;
        continue;
      }
      if (first < 0) first = i;
      else if (breaks > 1) {
        found.push([first, last + 1]);
        first = i;
      }
      last = i;
      breaks = 0;
    }
    if (first >= 0) found.push([first, last + 1]);
    return found;
  }
}

export interface Segment {
  start: number;
  end: number;
  claims: ClaimView[];
  slots: string[];
  inSentence: boolean;
}

export function segments(
  [start, end]: [number, number],
  claims: ClaimView[],
  selected: ClaimView | null,
): Segment[] {
  const receipts = selected ? placed(selected) : [];
  const edges = new Set([start, end]);
  const add = (at: number) => at > start && at < end && edges.add(at);
  for (const { trigger } of claims) [trigger.start, trigger.end].forEach(add);
  for (const receipt of receipts) [receipt.start, receipt.end].forEach(add);
  if (selected) [selected.sentence.start, selected.sentence.end].forEach(add);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => segment([cuts[i] ?? start, to], claims, receipts, selected));
}

type Placed = Receipt & { start: number; end: number };

function placed(claim: ClaimView): Placed[] {
  return claim.receipts.filter((r): r is Placed => r.start !== null && r.end !== null);
}

function segment(
  [start, end]: [number, number],
  claims: ClaimView[],
  receipts: Placed[],
  selected: ClaimView | null,
): Segment {
  const within = (span: { start: number; end: number }) => span.start <= start && span.end >= end;
  return {
    start,
    end,
    claims: claims.filter((c) => within(c.trigger)),
    slots: receipts.filter(within).map((r) => r.slot),
    inSentence: selected !== null && within(selected.sentence),
  };
}
