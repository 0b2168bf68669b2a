// Names of places that no text settles: their words, what they may mean, and how to decide.

import { api } from "../api";
import { append, h, on } from "../dom";
import { link, to } from "../pieces/links";
import type { Page } from "../router";
import type { Choice, Ruling, Unresolved } from "../types";
import { day, plural } from "../words";

export async function unresolvedView(): Promise<Page> {
  const found = await api.unresolved();
  const body = h(
    "div",
    { class: "page" },
    h(
      "header",
      { class: "page-head" },
      h("p", { class: "trail" }, link(to.map(), "Map")),
      h("h1", {}, `Names without a place (${found.length})`),
      h(
        "p",
        { class: "standfirst" },
        "The texts name these places, and nothing in them says surely enough which ones are meant. The desk only reads: a decision is made by the command beside a candidate. It is kept with who, when and why, can be revoked, and later reading follows it.",
      ),
    ),
    found.map(entry),
  );
  return { title: "Names without a place", body };
}

function entry(item: Unresolved): HTMLElement {
  const offered = h("div", { class: "choices" });
  const counts = `${plural(item.claims, "claim")}, ${plural(item.documents.length, "document")}`;
  const details = h(
    "details",
    { class: "open-name" },
    h("summary", {}, h("strong", {}, item.name), ` ${counts}`, item.decided.length > 0 && " · decided"),
    item.decided.map(decided),
    h("ul", { class: "sayings" }, item.said.map(said)),
    offered,
  );
  return on(details, "toggle", () => {
    if (details.open && !offered.hasChildNodes()) void fill(offered, item.name);
  });
}

function decided(item: Ruling): HTMLElement {
  const words = `Decided by ${item.by} on ${day(item.at)}: ${item.place} in ${item.scope}. It shows once the documents it applies to are read again (fogline rebuild).`;
  return h("p", { class: "note" }, words);
}

function said(item: Unresolved["said"][number]): HTMLElement {
  const where = item.publisher ?? "unnamed publisher";
  return h(
    "li",
    {},
    h("q", {}, item.words),
    " ",
    link(to.document(item.document, item.claim ?? undefined), where),
    !item.claim && h("span", { class: "minor" }, " · in no claim"),
  );
}

async function fill(offered: HTMLElement, name: string): Promise<void> {
  append(offered, [h("p", { class: "minor" }, "Looking for candidates …")]);
  const choices = await api.choices(name).catch((error: Error) => error);
  offered.replaceChildren();
  if (choices instanceof Error) append(offered, [h("p", {}, `No candidates: ${choices.message}`)]);
  else append(offered, [choices.length > 0 ? h("ol", {}, choices.map(choice)) : none()]);
}

function none(): HTMLElement {
  return h(
    "p",
    {},
    "The gazetteer knows nothing of this name. ",
    h("code", {}, "fogline places import FILE"),
    " adds places from a file.",
  );
}

function choice(item: Choice): HTMLElement {
  const within = [item.within, item.country].filter(Boolean).join(", ");
  const point = `${item.lat.toFixed(3)}, ${item.lon.toFixed(3)}, within ${item.radius_km} km`;
  return h(
    "li",
    {},
    h("p", {}, h("strong", {}, item.name), ` ${within || "in no country"}`),
    h("p", { class: "minor" }, `${item.precision} · ${point} · found ${item.why} · ${item.source}`),
    h("p", { class: "command" }, h("code", {}, item.command), copy(item.command)),
  );
}

// Browsers copy for pages of this machine, or over https, alone.
function copy(command: string): HTMLElement | null {
  if (!navigator.clipboard) return null;
  const button = h("button", { type: "button" }, "Copy");
  return on(button, "click", () => {
    void navigator.clipboard.writeText(command).then(() => (button.textContent = "Copied"));
  });
}
