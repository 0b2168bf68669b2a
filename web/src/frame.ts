// What stands on every page: the masthead with its search, and the colophon.

import { api } from "./api";
import { append, h, on } from "./dom";
import { at, OF_NOW, to } from "./pieces/links";
import { go } from "./router";

const PAGES: [string, string][] = [
  ["/", "Board"],
  ["/map", "Map"],
  ["/events", "Events"],
  ["/contradictions", "Contradictions"],
  ["/documents", "Documents"],
  ["/forecasts", "Forecasts"],
  ["/control", "Control"],
  ["/sources", "Sources"],
  ["/feeds", "Feeds"],
];

export function frame(): void {
  const masthead = document.getElementById("masthead");
  const colophon = document.getElementById("colophon");
  if (masthead) append(masthead, [brand(), pages(), search()]);
  if (colophon) void fillColophon(colophon);
}

function brand(): HTMLElement {
  return h(
    "a",
    { class: "brand", href: "/" },
    h("img", { src: "/mark.svg", alt: "", width: 26, height: 26 }),
    h("span", { class: "brand-name" }, "Fogline"),
  );
}

function pages(): HTMLElement {
  return h(
    "nav",
    { "aria-label": "Pages" },
    PAGES.map(([href, label]) => h("a", { href }, label)),
  );
}

function search(): HTMLElement {
  const field = h("input", {
    type: "search",
    name: "q",
    id: "q",
    placeholder: "Words to find",
    autocomplete: "off",
    maxlength: 400,
  });
  const form = h(
    "form",
    { class: "search", role: "search", action: "/search" },
    h("label", { for: "q", class: "unseen" }, "Search the documents"),
    field,
    h("button", { type: "submit" }, "Search"),
  );
  return on(form, "submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (words) go(to.search(words));
  });
}

// Marks the link to the page that is open; the others keep the day at which it shows the ledger.
export function here(): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>("#masthead a")) {
    if (!OF_NOW.has(anchor.pathname)) anchor.href = at(anchor.pathname);
    if (anchor.pathname === location.pathname && !anchor.matches(".brand")) anchor.setAttribute("aria-current", "page");
    else anchor.removeAttribute("aria-current");
  }
}

async function fillColophon(colophon: HTMLElement): Promise<void> {
  append(colophon, [
    h(
      "p",
      {},
      "Fogline lists who says what, on whose word. It decides no truth: a count of origins is not a verdict, and a reprint corroborates nothing.",
    ),
  ]);
  try {
    const { exports } = await api.overview();
    append(colophon, [h("p", { class: "exports" }, "Export: ", exports.map(download))]);
  } catch {
    // The page itself says what is wrong; the colophon only lacks its downloads.
  }
}

function download({ kind, format, href }: { kind: string; format: string; href: string }): Node[] {
  const anchor = h("a", { href, download: true }, `${kind} (${format})`);
  return [anchor, document.createTextNode(" ")];
}
