// One document: its parts visibly apart, every claim marked in the text, its receipts beside it.

import { api } from "../api";
import { announce, append, type Child, h, on } from "../dom";
import { claimPanel, noClaim } from "../pieces/claim";
import { link, outward, to } from "../pieces/links";
import { legendLine } from "../pieces/legend";
import { originPanel } from "../pieces/origin";
import { partBodies } from "../pieces/parts";
import type { Page } from "../router";
import type { ClaimView, DocumentView } from "../types";
import { plural, publication, publicationBasis } from "../words";

export async function documentView(id: string, query: URLSearchParams): Promise<Page> {
  const view = await api.document(id);
  const reading = new ReadingDesk(view);
  const wanted = view.claim_views.find((c) => c.id === query.get("claim"));
  return {
    title: view.title,
    wide: true,
    body: reading.body,
    shown: () => wanted && reading.select(wanted, true),
  };
}

const ROOM = 28; // pixels, a line of the text between the chosen word and the sheet

// The page's two halves, which must agree on the claim that is selected.
class ReadingDesk {
  readonly body: HTMLElement;
  private readonly text = h("div", { class: "text" });
  private open: ClaimView | null = null;
  private readonly panel = h("aside", { class: "panel", id: "panel", "aria-label": "Selected claim" });

  constructor(private readonly view: DocumentView) {
    this.body = h(
      "div",
      { class: "document" },
      head(view),
      h("div", { class: "reading" }, this.text, this.panel),
      sources(view),
    );
    on(this.body, "keydown", (event) => {
      if ((event as KeyboardEvent).key === "Escape" && this.open) this.select(null);
    });
    this.draw(null);
  }

  select(claim: ClaimView | null, scroll = false): void {
    const left = this.open;
    const pressed = this.panel.contains(document.activeElement)
      ? document.activeElement?.textContent
      : null;
    this.open = claim;
    this.draw(claim);
    history.replaceState(null, "", to.document(this.view.id, claim?.id));
    announce(claim ? `Selected: ${claim.summary}` : "No claim selected");
    const mark = this.mark(claim ?? left);
    ((claim && this.button(pressed)) ?? mark)?.focus({ preventScroll: true });
    if (claim && scroll) mark?.scrollIntoView({ block: "start" });
    else if (claim && mark) this.uncover(mark);
  }

  // On a narrow screen the panel is a sheet over the text, and may lie on the very word chosen.
  private uncover(mark: HTMLElement): void {
    if (getComputedStyle(this.panel).position !== "fixed") return;
    const hidden = mark.getBoundingClientRect().bottom - this.panel.getBoundingClientRect().top;
    if (hidden > -ROOM) window.scrollBy(0, hidden + ROOM);
  }

  // Where the reader goes on from: the claim's word in the text, also once the panel is closed.
  private mark(claim: ClaimView | null): HTMLElement | null {
    const marks = [...this.text.querySelectorAll<HTMLElement>(".trigger")];
    const of = marks.find((m) => claim && m.dataset["claims"]?.split(" ").includes(claim.id));
    return this.text.querySelector<HTMLElement>(".trigger.is-selected") ?? of ?? null;
  }

  // Previous and Next are drawn anew at each step, and keep the focus.
  private button(name: string | null | undefined): HTMLElement | null {
    const buttons = [...this.panel.querySelectorAll("button")];
    return buttons.find((b) => b.textContent === name) ?? null;
  }

  private draw(selected: ClaimView | null): void {
    const bodies = partBodies(this.view, selected, (claim) =>
      this.select(claim === selected ? null : claim),
    );
    this.text.replaceChildren();
    append(this.text, bodies);
    this.panel.replaceChildren(selected ? this.claim(selected) : noClaim(this.view));
    this.panel.classList.toggle("is-open", selected !== null);
  }

  private claim(selected: ClaimView): HTMLElement {
    const all = this.view.claim_views;
    const at = all.indexOf(selected);
    return claimPanel(selected, {
      position: `Claim ${at + 1} of ${all.length}`,
      previous: () => this.select(all[(at - 1 + all.length) % all.length] ?? null, true),
      next: () => this.select(all[(at + 1) % all.length] ?? null, true),
      close: () => this.select(null),
    });
  }
}

function head(view: DocumentView): HTMLElement {
  const headline = view.parts.some((p) => p.role === "headline");
  return h(
    "header",
    { class: "document-head" },
    h("p", { class: "trail" }, link(to.documents(), "Documents")),
    h("h1", { class: headline ? "unseen" : null }, view.title),
    h(
      "p",
      { class: "document-facts" },
      h("strong", {}, view.publisher ?? "unnamed publisher"),
      view.author && ` · ${view.author}`,
      ` · ${dated(view) ? publication(view.published) : "no date on this page"}`,
    ),
    dateNote(view),
    repost(view),
    statedNote(view),
    view.warnings.map((w) => h("p", { class: "note note-warning" }, w)),
    h(
      "p",
      { class: "minor" },
      plural(view.claims, "claim"),
      " marked below · capture ",
      h("code", { class: "hash" }, view.id),
      view.url && [" · ", outward(view.url)],
    ),
    legendLine(),
  );
}

function dated({ published: { earliest, latest } }: DocumentView): boolean {
  return earliest !== null && earliest === latest;
}

function dateNote(view: DocumentView): HTMLElement {
  const { basis } = view.published;
  const plain = basis === "metadata" || basis === "given";
  return h("p", { class: plain ? "minor" : "note note-date" }, publicationBasis(view.published));
}

function statedNote(view: DocumentView): HTMLElement | null {
  if (!view.stated.length) return null;
  const words = `Not read from this document but stated by whoever added it: ${view.stated.join(", ")}`;
  return h("p", { class: "minor" }, words);
}

function repost(view: DocumentView): HTMLElement | null {
  const from = view.republished_from;
  const relation = view.relation && view.relation !== "root" ? view.relation : null;
  if (!from && !relation) return null;
  const words: Child = from
    ? [
        "Repost: this page says that its body comes from ",
        h("strong", {}, [from.author, from.publisher].filter(Boolean).join(", ") || "elsewhere"),
        from.url && [" (", outward(from.url), ")"],
        ". It corroborates nothing.",
      ]
    : ["This document goes back to another; it shares that one’s origin and corroborates nothing."];
  return h("p", { class: "note note-repost" }, words);
}

function sources(view: DocumentView): HTMLElement | null {
  if (!view.origin_view) return null;
  return h(
    "section",
    { class: "list-section" },
    h("h2", {}, "Where it comes from"),
    originPanel(view.origin_view, view.id),
  );
}
