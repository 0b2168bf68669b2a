// The head of a page that can be asked for as the ledger stood on a day, by day of publication.

import { h, on } from "../dom";
import { go } from "../router";
import { day } from "../words";
import { link } from "./links";

export type Address = (asOf?: string) => string;

export function head(title: string, standfirst: string, address: Address, asOf: string | null): HTMLElement {
  const field = h("input", { type: "date", id: "as-of", name: "as_of", value: asOf });
  const form = h(
    "form",
    { class: "since" },
    h("label", { for: "as-of" }, "As it stood at the end of"),
    field,
    h("button", { type: "submit" }, "Show"),
    asOf && link(address(), "as it stands now"),
  );
  on(form, "submit", (event) => {
    event.preventDefault();
    go(address(field.value || undefined));
  });
  return h(
    "header",
    { class: "page-head" },
    h("h1", {}, asOf ? `${title}, as of ${day(asOf)}` : title),
    h("p", { class: "standfirst" }, standfirst),
    form,
  );
}
