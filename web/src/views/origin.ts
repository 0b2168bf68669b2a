// One origin: where information enters, and who copies it.

import { api } from "../api";
import { h } from "../dom";
import { heading, originBody } from "../pieces/origin";
import { link, to } from "../pieces/links";
import type { Page } from "../router";

export async function originView(id: string): Promise<Page> {
  const origin = await api.origin(id);
  const title = heading(origin);
  const body = h(
    "div",
    { class: "page" },
    h(
      "header",
      { class: "page-head" },
      h("p", { class: "trail" }, link(to.board(), "Conflict zones, latest")),
      h("h1", {}, title),
      h("p", { class: "standfirst" }, "Documents that copy, translate or cite each other share one origin: they count once."),
    ),
    h("div", { class: "origin" }, originBody(origin, null)),
  );
  return { title, body };
}
