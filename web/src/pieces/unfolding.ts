// What unfolds is made when it is first opened: a long page stays light.

import { append, type Child, h, on } from "../dom";

export function unfolding(summary: Child, body: () => Child, kind: string | null = null): HTMLDetailsElement {
  const details = h("details", { class: kind }, h("summary", {}, summary));
  const fill = () => {
    if (details.open && details.children.length === 1) append(details, [body()]);
  };
  return on(details, "toggle", fill);
}
