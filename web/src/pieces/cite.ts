// A claim as it can be cited: its sentence, whose word it is, where and when, a link, the capture.

import { announce, h, on } from "../dom";
import type { ClaimView } from "../types";
import { publication } from "../words";
import { to } from "./links";
import { inner } from "./quote";

export function citing(claim: ClaimView): HTMLElement {
  const byHand = h("textarea", { class: "by-hand", rows: 6, readonly: true, hidden: true, "aria-label": "To copy by hand" });
  return h(
    "div",
    { class: "citing" },
    copier("Copy citation", () => citation(claim), byHand),
    copier("Copy link", () => address(claim), byHand),
    byHand,
  );
}

export function citation(claim: ClaimView): string {
  const chain = claim.attribution.map((s) => s.name ?? s.text).join(" ← ");
  const loaded = claim.loaded.map((w) => `“${w.text}” (neutral: ${w.neutral})`).join(", ");
  return [
    `“${inner(claim.sentence.text.trim())}”`,
    `Who says so: ${chain}`,
    loaded && `Words that take a side: ${loaded}`,
    `${claim.publisher ?? "unnamed publisher"}, ${publication(claim.published)}`,
    address(claim),
    `Capture ${claim.document}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function address(claim: ClaimView): string {
  return new URL(to.document(claim.document, claim.id), location.origin).href;
}

function copier(label: string, words: () => string, byHand: HTMLTextAreaElement): HTMLElement {
  return on(h("button", { type: "button" }, label), "click", () => void copy(words(), byHand));
}

// Browsers lend the clipboard to a page of this machine or over https; else it is copied by hand.
async function copy(words: string, byHand: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    announce("Copied");
    byHand.hidden = true;
  } catch {
    byHand.hidden = false;
    byHand.value = words;
    byHand.select();
    announce("Select and copy the text");
  }
}
