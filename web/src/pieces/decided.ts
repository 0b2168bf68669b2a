// What people decided over a claim, and how to decide otherwise: the desk itself changes nothing.

import { h } from "../dom";
import type { ClaimView } from "../types";

// The desk's ledger need not be the one that a command takes of itself.
export const WHO = '--by YOU --reason "WHY" --ledger LEDGER';

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
    claim.places.map((place) =>
      command(
        `Another place than ${place.name ?? place.text}`,
        `fogline places find ${quoted(place.text)}`,
        `fogline places resolve ${quoted(place.text)} PLACE --document ${claim.document} ${WHO}`,
        "fogline rebuild --ledger LEDGER",
      ),
    ),
    command("Proved wrong and put right", `fogline judge corrected ${claim.id} ${WHO}`),
    command("Not what the words say", `fogline judge reject ${claim.id} ${WHO}`),
    command("Another event than this", `fogline judge not-same-event ${claim.id} --from ${other} ${WHO}`),
    command("See what was decided, and take it back", "fogline judge list --ledger LEDGER", `fogline judge revoke ID ${WHO}`),
    command("The same as another", `fogline judge same-event ${claim.id} ID ${WHO}`),
  );
}

// As a shell takes it for one word, whatever stands in it.
function quoted(words: string): string {
  return `'${words.replace(/'/g, "'\\''")}'`;
}

export function command(label: string, ...lines: string[]): HTMLElement {
  return h("p", { class: "deciding-way" }, h("span", {}, label), lines.map((words) => h("code", {}, words)));
}
