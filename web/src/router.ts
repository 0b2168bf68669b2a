// Which view an address opens; links inside the desk change the address without loading a page.

import { Refusal } from "./api";
import { announce, h } from "./dom";

export interface Page {
  title: string;
  body: Node;
  wide?: boolean;
  // Called once the body stands in the document.
  shown?: () => void;
}

export type View = (argument: string, query: URLSearchParams) => Promise<Page>;
export type Routes = [RegExp, View][];

const SETTLED = 150; // milliseconds without scrolling
const PATIENCE = 1_000; // milliseconds after which a page that has not come says so
let asked = 0;
let shown = ""; // the address of the page that stands there, without its part

let opened: (main: HTMLElement) => void = () => undefined;

// `each` is called whenever a page stands in the document.
export function start(routes: Routes, each: (main: HTMLElement) => void): void {
  opened = each;
  history.scrollRestoration = "manual"; // a page is as long as before only once it has come
  document.addEventListener("click", (event) => follow(event, routes));
  window.addEventListener("popstate", () => void (location.href.split("#")[0] === shown ? within() : open(routes)));
  let waiting = 0;
  const moved = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => left({ top: window.scrollY }), SETTLED);
  };
  window.addEventListener("scroll", moved, { passive: true });
  void open(routes);
}

// What a page was like when it was left, for coming back to it: how far down, how many rows.
export interface Left {
  top?: number;
  rows?: number;
}

export function before(): Left {
  return (history.state as Left | null) ?? {};
}

export function left(state: Left, address = location.href): void {
  if (document.getElementById("main")?.hasAttribute("aria-busy")) return;
  history.replaceState({ ...before(), ...state }, "", address);
}

export function go(address: string): void {
  left({ top: window.scrollY });
  history.pushState(null, "", address);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function follow(event: MouseEvent, routes: Routes): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = (event.target as Element).closest("a");
  if (!anchor || anchor.target || anchor.hasAttribute("download")) return;
  if (anchor.origin !== location.origin || anchor.pathname.startsWith("/api/")) return;
  if (anchor.hash && anchor.pathname === location.pathname) return;
  event.preventDefault();
  left({ top: window.scrollY });
  history.pushState(null, "", anchor.href);
  void open(routes);
}

async function open(routes: Routes): Promise<void> {
  const turn = ++asked;
  const main = document.getElementById("main");
  if (!main) return;
  main.setAttribute("aria-busy", "true");
  const waiting = window.setTimeout(() => wait(), PATIENCE);
  const page = await find(routes);
  clearTimeout(waiting);
  if (turn !== asked) return; // a later address was asked for meanwhile
  document.getElementById("waiting")?.remove();
  main.removeAttribute("aria-busy");
  main.classList.toggle("is-wide", page.wide === true);
  main.replaceChildren(page.body);
  document.title = `${page.title} · Fogline`;
  opened(main);
  if (turn > 1) settle(main, page.title);
  page.shown?.();
  shown = location.href.split("#")[0] ?? "";
  within();
}

// To where the page was left, else to the part of it that the address names, else to its top.
function within(): void {
  const part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const { top } = before();
  if (top === undefined && part) part.scrollIntoView();
  else window.scrollTo(0, top ?? 0);
}

function wait(): void {
  if (document.getElementById("waiting")) return;
  const earlier = new URLSearchParams(location.search).has("as_of");
  const words = earlier
    ? "Weighing anew what had appeared by that day. A large ledger takes a minute or two, the first time."
    : "Still asking the ledger. A large one is read anew when it has changed.";
  document.getElementById("main")?.before(h("p", { id: "waiting", class: "waiting", role: "status" }, words));
}

async function find(routes: Routes): Promise<Page> {
  for (const [pattern, view] of routes) {
    const match = pattern.exec(location.pathname);
    if (!match) continue;
    try {
      return await view(decodeURIComponent(match[1] ?? ""), new URLSearchParams(location.search));
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof TypeError)) throw error;
      return sorry("This cannot be shown", error.message);
    }
  }
  return sorry("No such page", `Nothing stands at ${location.pathname}.`);
}

function settle(main: HTMLElement, title: string): void {
  main.focus({ preventScroll: true });
  announce(title);
}

function sorry(title: string, reason: string): Page {
  const body = h(
    "div",
    { class: "sorry" },
    h("h1", {}, title),
    h("p", {}, reason),
    location.search && h("p", {}, h("a", { href: location.pathname }, `This page without “${decodeURIComponent(location.search.slice(1))}”`)),
    h("p", {}, h("a", { href: "/" }, "Back to the board")),
  );
  return { title, body };
}
