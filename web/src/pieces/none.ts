// Nothing was found: within what, so that it is not read as if there were nothing anywhere.

import { h } from "../dom";
import { day } from "../words";
import { stood } from "./links";

// `rows` are those of the ledger as it stands, or stood at the end of a day.
export function noneStood(rows: unknown[], noun: string): HTMLElement | null {
  if (rows.length > 0) return null;
  const asOf = stood().as_of;
  const within = asOf ? `Nothing published by the end of ${day(asOf)}, as far as this ledger holds it, gives` : "Nothing in this ledger gives";
  return h("p", { class: "none" }, `${within} a ${noun}.`);
}
