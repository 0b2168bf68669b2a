// One mark a claim: the outline says its modality, how full it is says its certainty.

import { svg } from "./dom";

interface Shape {
  outline: string;
  lower: string;
  dash?: string;
}

const CIRCLE: Shape = {
  outline: "M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0 -11.6z",
  lower: "M2.2 8a5.8 5.8 0 0 0 11.6 0z",
};
const SHAPES: Record<string, Shape> = {
  occurred: CIRCLE,
  ongoing: CIRCLE,
  denied: CIRCLE,
  forecast: { outline: "M8 1.2L14.8 8L8 14.8L1.2 8z", lower: "M1.2 8L8 14.8L14.8 8z", dash: "2.6 1.5" },
  threatened: {
    outline: "M8 1.8L15 14H1z",
    lower: "M4.3 8.2L11.7 8.2L15 14H1z",
    dash: "2.6 1.5",
  },
  hypothetical: {
    outline: "M2.2 2.2h11.6v11.6H2.2z",
    lower: "M2.2 8h11.6v5.8H2.2z",
    dash: "1 1.8",
  },
};

export function glyph(modality: string, certainty: string, size = 16): SVGSVGElement {
  const shape = SHAPES[modality] ?? CIRCLE;
  return svg(
    "svg",
    {
      class: `glyph glyph-${modality}`,
      viewBox: "-1 -1 18 18",
      width: size,
      height: size,
      "aria-hidden": "true",
      focusable: "false",
    },
    svg("path", { class: "glyph-ground", d: shape.outline }),
    filling(shape, certainty, modality),
    modality === "ongoing" && svg("circle", { class: "glyph-ring", cx: 8, cy: 8, r: 8.2 }),
    svg("path", { class: "glyph-line", d: shape.outline, "stroke-dasharray": shape.dash }),
    modality === "denied" && svg("path", { class: "glyph-bar", d: "M1.5 14.5L14.5 1.5" }),
  );
}

function filling(shape: Shape, certainty: string, modality: string): SVGElement | null {
  if (modality === "denied" && certainty === "certain") return null;
  // Inside a broken outline the filling stands back, so that both can be seen.
  const transform = shape.dash ? "translate(8 8.4) scale(.6) translate(-8 -8)" : null;
  if (certainty === "certain") return svg("path", { class: "glyph-fill", d: shape.outline, transform });
  if (certainty === "probable") return svg("path", { class: "glyph-fill", d: shape.lower, transform });
  if (certainty === "possible") {
    return svg("circle", { class: "glyph-fill", cx: 8, cy: modality === "threatened" ? 10 : 8, r: 2 });
  }
  return svg("text", { class: "glyph-ask", x: 8, y: 11.4, "text-anchor": "middle" }, "?");
}
