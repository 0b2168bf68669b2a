// A page can be asked for as the ledger stood at the end of a day, by days of publication.

import { h, on } from "../dom";
import { go } from "../router";
import { day } from "../words";
import { asOf, link, OF_NOW, stood } from "./links";

export function head(title: string, standfirst: string): HTMLElement {
  const shown = stood().as_of;
  return h(
    "header",
    { class: "page-head" },
    h("h1", {}, shown ? `${title}, as of ${day(shown)}` : title),
    h("p", { class: "standfirst" }, standfirst),
    asOfForm(),
  );
}

export function asOfForm(): HTMLElement {
  const shown = stood().as_of;
  const field = h("input", { type: "date", id: "as-of", name: "as_of", value: shown?.slice(0, 10) });
  const form = h(
    "form",
    { class: "since" },
    h("label", { for: "as-of" }, "As it stood at the end of"),
    field,
    h("button", { type: "submit" }, "Show"),
    shown && link(asOf(null), "as it stands now"),
  );
  return on(form, "submit", (event) => {
    event.preventDefault();
    go(asOf(field.value || null));
  });
}

// Above every page that is not of now, so that no earlier state is taken for the latest.
export function banner(): HTMLElement | null {
  const { as_of: shown, clock } = stood();
  if (!shown || OF_NOW.has(location.pathname)) return null;
  const by = clock === "recording" ? "recorded" : "published";
  const until = shown.length > 10 ? `${day(shown)}, ${shown.slice(11)}` : `the end of ${day(shown)}`;
  return h(
    "p",
    { class: "stood-banner" },
    `The ledger as it stood: what had been ${by} by ${until} (UTC). Nothing later counts here. `,
    link(asOf(null), "As it stands now"),
  );
}
