import "leaflet/dist/leaflet.css";
import "./styles/base.css";
import "./styles/pieces.css";
import "./styles/board.css";
import "./styles/document.css";
import "./styles/event.css";
import "./styles/map.css";
import "./styles/weighed.css";
import "./styles/listing.css";
import "./styles/versus.css";
import "./styles/profile.css";
import "./styles/feeds.css";
import "./styles/print.css";

import { frame, here } from "./frame";
import { banner } from "./pieces/asof";
import { type Routes, start } from "./router";
import { actorView } from "./views/actor";
import { boardView } from "./views/board";
import { contradictionsView } from "./views/contradictions";
import { controlView } from "./views/control";
import { documentView } from "./views/document";
import { documentsView } from "./views/documents";
import { eventView } from "./views/event";
import { eventsView } from "./views/events";
import { feedsView } from "./views/feeds";
import { forecastsView } from "./views/forecasts";
import { mapView } from "./views/map";
import { originView } from "./views/origin";
import { placeView } from "./views/place";
import { searchView } from "./views/search";
import { sourceView } from "./views/source";
import { sourcesView } from "./views/sources";
import { unresolvedView } from "./views/unresolved";
import { zoneView } from "./views/zone";

const ROUTES: Routes = [
  [/^\/$/, boardView],
  [/^\/zones\/([^/]+)$/, zoneView],
  [/^\/documents$/, documentsView],
  [/^\/documents\/([^/]+)$/, documentView],
  [/^\/events$/, eventsView],
  [/^\/contradictions$/, contradictionsView],
  [/^\/events\/([^/]+)$/, eventView],
  [/^\/origins\/([^/]+)$/, originView],
  [/^\/places\/([^/]+)$/, placeView],
  [/^\/actors\/([^/]+)$/, actorView],
  [/^\/unresolved$/, unresolvedView],
  [/^\/map$/, mapView],
  [/^\/forecasts$/, forecastsView],
  [/^\/control$/, controlView],
  [/^\/sources$/, sourcesView],
  [/^\/sources\/([^/]+)$/, sourceView],
  [/^\/feeds$/, feedsView],
  [/^\/search$/, searchView],
];

frame();
start(ROUTES, (main) => {
  here();
  main.prepend(banner() ?? "");
});
