// The selected claim: every slot with its exact words, who says so, and the capture behind it.

import { append, type Child, h, on } from "../dom";
import type { ClaimView, DocumentView, Receipt } from "../types";
import { eventTime, plural, publication } from "../words";
import { chainPath, unnamed } from "./chain";
import { citing } from "./cite";
import { counts } from "./counts";
import { decided, deciding } from "./decided";
import { link, named, to } from "./links";
import { standing } from "./standing";

interface Steps {
  position: string;
  previous: () => void;
  next: () => void;
  close: () => void;
}

const SLOTS: Record<string, string> = {
  what: "What",
  actor: "Who",
  recipient: "To whom",
  place: "Where",
  when: "When",
  killed: "Killed",
  injured: "Injured",
  missing: "Missing",
  displaced: "Displaced",
};

export function claimPanel(claim: ClaimView, steps: Steps): HTMLElement {
  return h(
    "div",
    { class: "claim" },
    h(
      "div",
      { class: "claim-steps" },
      h("span", { class: "minor" }, steps.position),
      step("Previous", steps.previous),
      step("Next", steps.next),
      step("Close", steps.close),
    ),
    h("h2", { class: "claim-summary" }, claim.summary),
    h("p", {}, standing(claim)),
    decided(claim),
    citing(claim),
    claim.part.role === "comment" &&
      h("p", { class: "note note-comments" }, "A reader’s comment: it corroborates nothing."),
    slots(claim),
    block("Who says so", [chainPath(claim.attribution), unnamed(claim)]),
    block("How sure the words are", certainty(claim)),
    loaded(claim),
    behind(claim),
    capture(claim),
    deciding(claim),
  );
}

export function noClaim(view: DocumentView): HTMLElement {
  return h(
    "div",
    { class: "claim claim-none" },
    h("h2", { class: "claim-summary" }, "No claim selected"),
    h(
      "p",
      {},
      view.claims === 0
        ? "No claim was read from this document."
        : "Select an underlined word in the text to see the claim that was read there, with the exact words for each of its slots.",
    ),
  );
}

function step(label: string, action: () => void): HTMLElement {
  return on(h("button", { type: "button" }, label), "click", action);
}

function block(title: string, body: Child): HTMLElement {
  return h("section", { class: "claim-block" }, h("h3", {}, title), body);
}

function slots(claim: ClaimView): HTMLElement {
  const shown = claim.receipts.filter((r) => r.slot in SLOTS);
  const table = h("table", { class: "slots" }, h("caption", { class: "unseen" }, "Slots and their words"));
  append(table, [
    h(
      "thead",
      { class: "unseen" },
      h("tr", {}, ["Slot", "Coded as", "Exact words"].map((c) => h("th", { scope: "col" }, c))),
    ),
    h("tbody", {}, shown.map((receipt) => slotRow(receipt, claim))),
  ]);
  return table;
}

function slotRow(receipt: Receipt, claim: ClaimView): HTMLElement {
  const value = receipt.slot === "when" ? eventTime(claim.when) : receipt.value;
  return h(
    "tr",
    {},
    h("th", { scope: "row", class: `slot-key slot-key-${receipt.slot}` }, SLOTS[receipt.slot]),
    h("td", {}, named(receipt.slot === "place" ? to.place : to.actor, receipt.id, value)),
    h("td", { class: "slot-words" }, receipt.words ? h("q", {}, receipt.words) : noWords(receipt, claim)),
  );
}

function noWords(receipt: Receipt, claim: ClaimView): string {
  if (receipt.slot !== "when") return "no words of its own";
  return claim.when.basis === "default" ? "no words: taken from publication" : "no words for it";
}

function certainty(claim: ClaimView): Child {
  const band = claim.probability;
  return h(
    "p",
    {},
    claim.certainty,
    band && ` (${band[0].toFixed(2)} to ${band[1].toFixed(2)})`,
    claim.hedges.length > 0
      ? [", read from ", claim.hedges.map((s) => [h("q", {}, s.text), " "])]
      : ": no hedge in the words. This says how it is put, not whether it is so.",
  );
}

function loaded(claim: ClaimView): HTMLElement | null {
  if (claim.loaded.length === 0) return null;
  const words = claim.loaded.map((w) => h("li", {}, h("q", {}, w.text), " → ", h("em", {}, w.neutral)));
  return block("Words that take a side, and the neutral term", h("ul", { class: "loaded-list" }, words));
}

function behind(claim: ClaimView): HTMLElement | null {
  if (!claim.event_id || !claim.corroboration) return null;
  const { documents } = claim.corroboration;
  return block("Behind the same event", [
    counts(claim.corroboration),
    h("p", {}, link(to.event(claim.event_id, claim.id), side(documents))),
  ]);
}

function side(documents: number): string {
  if (documents === 1) return "The event’s own page";
  return `Side by side with the claims of ${plural(documents, "document")}`;
}

function capture(claim: ClaimView): HTMLElement {
  return block("Receipt", [
    h("p", { class: "minor" }, `${claim.publisher ?? "unnamed publisher"}, ${publication(claim.published)}`),
    h("p", { class: "minor" }, "capture ", h("code", { class: "hash" }, claim.document)),
    h("p", { class: "minor" }, "claim ", h("code", { class: "hash" }, claim.id)),
    h(
      "p",
      { class: "minor" },
      `code ${[claim.event, claim.mode].filter(Boolean).join("/")}`,
      claim.acled && ` · ACLED ${claim.acled}`,
      ` · characters ${claim.trigger.start} to ${claim.trigger.end}`,
    ),
  ]);
}
