"""What a page is asked about itself: its outline, what has no name, what is too faint to read."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# As the desk's own links do: the address changes, and the page is not loaded again.
OPEN = """(address) => {
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}"""

# The colophon is asked for beside the page; the map draws its borders last.
SETTLED = """() => document.querySelector("main:not([aria-busy]) h1")
  && document.querySelector("#colophon a") && [...document.images].every((i) => i.complete)
  && (!document.querySelector("#plane") || document.querySelector("path.country"))"""

OUTLINE = """() => [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")]
  .filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]))"""

UNNAMED = """() => {
  const named = (e) => e.getAttribute("aria-label") || e.textContent.trim() || e.title
    || (e.labels && e.labels[0]?.textContent.trim());
  return [...document.querySelectorAll("a, button, [role=button], input, summary")]
    .filter((e) => e.checkVisibility() && !named(e)).map((e) => e.outerHTML.slice(0, 120));
}"""

# WCAG 2.2, success criterion 1.4.3: relative luminance, and the ratio of the two.
FAINT = """() => {
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colour = (css) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = css;
    paint.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paint.getImageData(0, 0, 1, 1).data;
    return [[r, g, b], a / 255];
  };
  const over = (top, alpha, below) => below.map((v, i) => v * (1 - alpha) + top[i] * alpha);
  const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const channel = (v) => linear(v / 255);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element) => {
    const layers = [];
    for (let e = element; e; e = e.parentElement) {
      layers.unshift(colour(getComputedStyle(e).backgroundColor));
    }
    return layers.reduce((below, [top, alpha]) => over(top, alpha, below), [255, 255, 255]);
  };
  const faint = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.textContent.trim() || !element.checkVisibility()) continue;
    if (element.closest(".unseen, .skip, noscript")) continue;
    const below = ground(element);
    const [ink, alpha] = colour(getComputedStyle(element).color);
    const [dark, bright] = [light(over(ink, alpha, below)), light(below)].sort((a, b) => a - b);
    const ratio = (bright + 0.05) / (dark + 0.05);
    if (ratio < 4.5) faint.add(`${element.tagName}.${element.className}: ${ratio.toFixed(2)}`);
  }
  return [...faint];
}"""


def fits(page: Page) -> bool:
    """Whether nothing sticks out to the side."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def holds_up(page: Page, where: str) -> None:
    """Check one first heading, no level skipped, nothing unnamed, and text that can be read."""
    page.wait_for_function(SETTLED)
    levels = page.evaluate(OUTLINE)
    assert levels.count(1) == 1, where
    assert levels[0] == 1, where
    assert all(b <= a + 1 for a, b in pairwise(levels)), (where, levels)
    assert page.evaluate(UNNAMED) == [], where
    assert page.evaluate(FAINT) == [], where
