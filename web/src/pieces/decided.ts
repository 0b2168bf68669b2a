// What people decided over a claim, and how to decide otherwise: the desk itself changes nothing.

import { h } from "../dom";
import type { ClaimView } from "../types";

const WHO = '--by YOU --reason "WHY"';

export function decided(claim: ClaimView): HTMLElement | null {
  if (claim.decided.length === 0) return null;
  return h(
    "div",
    { class: "note note-decided" },
    claim.decided.map((words) => h("p", {}, words)),
    claim.rejected && h("p", { class: "minor" }, "It is kept, and nothing is concluded from it."),
  );
}

export function deciding(claim: ClaimView): HTMLElement {
  const other = claim.event_id ?? "EVENT";
  return h(
    "details",
    { class: "deciding" },
    h("summary", {}, "Decide otherwise"),
    h("p", { class: "minor" }, "A decision bears a name and a reason, and can be revoked. On the command line:"),
    command("Not what the words say", `fogline judge reject ${claim.id} ${WHO}`),
    command("Another event than this", `fogline judge not-same-event ${claim.id} --from ${other} ${WHO}`),
    command("The same as another", `fogline judge same-event ${claim.id} ID ${WHO}`),
  );
}

function command(label: string, words: string): HTMLElement {
  return h("p", { class: "deciding-way" }, h("span", {}, label), h("code", {}, words));
}
