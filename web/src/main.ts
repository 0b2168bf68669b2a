import "leaflet/dist/leaflet.css";
import "./styles/base.css";
import "./styles/pieces.css";
import "./styles/board.css";
import "./styles/document.css";
import "./styles/event.css";
import "./styles/map.css";
import "./styles/print.css";

import { frame } from "./frame";
import { type Routes, start } from "./router";
import { boardView } from "./views/board";
import { documentView } from "./views/document";
import { documentsView } from "./views/documents";
import { eventView } from "./views/event";
import { mapView } from "./views/map";
import { originView } from "./views/origin";
import { searchView } from "./views/search";
import { zoneView } from "./views/zone";

const ROUTES: Routes = [
  [/^\/$/, boardView],
  [/^\/zones\/([^/]+)$/, zoneView],
  [/^\/documents$/, documentsView],
  [/^\/documents\/([^/]+)$/, documentView],
  [/^\/events\/([^/]+)$/, eventView],
  [/^\/origins\/([^/]+)$/, originView],
  [/^\/map$/, mapView],
  [/^\/search$/, searchView],
];

frame();
start(ROUTES);
