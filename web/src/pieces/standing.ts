// Status and certainty: a mark and its words, never a colour alone.

import { h } from "../dom";
import { glyph } from "../glyph";
import type { Standing } from "../types";
import { CERTAINTIES, modality, standingWords } from "../words";

export function standing(item: Standing): HTMLElement {
  const mode = modality(item);
  const certainty = CERTAINTIES[item.certainty];
  return h(
    "span",
    { class: `standing is-${mode}` },
    glyph(mode, item.certainty),
    h("span", { class: "standing-status" }, standingWords(item)),
    h("span", { class: "standing-certainty", title: certainty?.meaning }, certainty?.label),
  );
}
