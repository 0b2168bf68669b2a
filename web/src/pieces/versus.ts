// The sides of a contradiction face to face, each with the origins behind it and its words.

import { type Child, h } from "../dom";
import type { ContradictionRow, Side, Turn } from "../lists";
import { dated, day, plural, publication } from "../words";
import { chainLine } from "./chain";
import { counts } from "./counts";
import { link, to } from "./links";
import { quote } from "./quote";
import { DENYING, lanes, tollScale } from "./scale";
import { weight } from "./weight";

const VOICES = 4; // that are named on a side

export function versus(item: ContradictionRow): Child[] {
  const facing = item.sides.length === 2;
  return [
    h(
      "div",
      { class: facing ? "versus is-facing" : "versus" },
      item.sides.map((side) => sideOf(side)),
    ),
    lanes(item),
    item.counted && tollScale(item.sides, item.counted),
    item.state !== "open" && h("p", { class: "dispute-reason" }, h("strong", {}, "How it ended: "), sentence(dated(item.reason))),
    item.turns.length > 0 && evolution(item),
  ];
}

function sideOf(side: Side): HTMLElement {
  const [first, ...rest] = side.claims;
  return h(
    "section",
    { class: DENYING.has(side.says) ? "versus-side is-denying" : "versus-side" },
    h("h3", { class: "versus-says" }, capital(side.says)),
    h("p", { class: "versus-who" }, who(side.voices)),
    weight(side.counts.origins),
    counts(side.counts),
    first && said(first),
    rest.length > 0 &&
      h("details", { class: "versus-more" }, h("summary", {}, `${plural(rest.length, "more claim")} on this side`), rest.map(said)),
  );
}

function who(voices: string[]): string {
  const rest = voices.length - VOICES;
  return rest > 0 ? `${voices.slice(0, VOICES).join(", ")} and ${rest} more` : voices.join(", ");
}

function said(line: Side["claims"][number]): HTMLElement {
  return h(
    "blockquote",
    { class: "card-words" },
    link(to.document(line.document, line.claim), quote(line)),
    h("p", { class: "card-source" }, chainLine(line), ` · ${publication(line.published)}`),
  );
}

function evolution(item: ContradictionRow): HTMLElement {
  return h(
    "details",
    { class: "dispute-turns" },
    h("summary", {}, `How it went on: ${plural(item.turns.length, "turn")}`),
    h("p", { class: "minor" }, sentence(dated(item.reason))),
    h("ol", {}, item.turns.map((turn) => h("li", {}, step(turn)))),
  );
}

function step(turn: Turn): Child[] {
  const teller = turn.publisher ?? "unnamed publisher";
  return [
    h("span", { class: "minor" }, turn.day ? day(turn.day) : "undated"),
    " ",
    turn.document ? link(to.document(turn.document, turn.claim), teller) : teller,
    `: ${dated(turn.says)}`,
  ];
}

function sentence(words: string): string {
  return `${capital(words)}.`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
