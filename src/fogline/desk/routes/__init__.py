"""The JSON API, one file a noun."""

from fogline.desk.routes import (
    board,
    claims,
    documents,
    events,
    exports,
    feeds,
    origins,
    pages,
    places,
    search,
    weighed,
)

ROUTERS = (
    board.router,
    documents.router,
    claims.router,
    events.router,
    origins.router,
    places.router,
    pages.router,
    search.router,
    weighed.router,
    feeds.router,
    exports.router,
)
