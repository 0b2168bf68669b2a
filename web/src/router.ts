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

const PATIENCE = 1_000; // milliseconds after which a page that has not come says so
let asked = 0;

let opened: (main: HTMLElement) => void = () => undefined;

// `each` is called whenever a page stands in the document.
export function start(routes: Routes, each: (main: HTMLElement) => void): void {
  opened = each;
  document.addEventListener("click", (event) => follow(event, routes));
  window.addEventListener("popstate", () => void open(routes));
  void open(routes);
}

export function go(address: string): void {
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
  window.scrollTo(0, 0);
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
