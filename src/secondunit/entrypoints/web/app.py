"""The web app: routes, the guard before them, and what an error looks like."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from secondunit.bootstrap.house import House
from secondunit.core.errors import InputError, NotFound, StudioError
from secondunit.entrypoints.web.doors import SignInFirst
from secondunit.entrypoints.web.errors import problem, status_of
from secondunit.entrypoints.web.pages import (
    account,
    board,
    decide,
    documents,
    live,
    media,
    people,
    record,
    script,
    slate,
    title,
    wall,
)
from secondunit.entrypoints.web.rendering import HERE, Page, show
from secondunit.entrypoints.web.visitor import COOKIE, find_visitor

LOG = logging.getLogger("secondunit.web")

ROUTERS = tuple(
    page.ROUTER
    for page in (
        account,
        slate,
        people,
        title,
        decide,
        script,
        board,
        wall,
        documents,
        media,
        record,
        live,
    )
)
"""Of every screen."""

LARGEST_BODY = 64 * 1024 * 1024
"""Bytes of the largest request: the largest script that is read."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "media-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""On every answer. No inline script, no inline style, nothing from elsewhere."""


def create_app(house: House, welcome: str = "") -> FastAPI:
    """The studio as an ASGI app.

    Args:
        house: The studio.
        welcome: Secret of the first visit while nobody can sign in yet, or "".
    """
    app = FastAPI(title="Second Unit", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.house, app.state.welcome = house, welcome
    app.middleware("http")(_guard)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(SignInFirst, _sign_in)
    app.add_exception_handler(StudioError, _studio_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(RequestValidationError, _unreadable)
    return app


async def _guard(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    if int(request.headers.get("content-length") or 0) > LARGEST_BODY:
        error = InputError("that is larger than any script", remedy="Send the script itself.")
        return JSONResponse(problem(error, request.url.path), 413)
    static = request.url.path.startswith("/static/")
    request.state.visitor = (
        None
        if static
        else await run_in_threadpool(
            find_visitor, request.app.state.house, request.cookies.get(COOKIE, "")
        )
    )
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault(
        "Cache-Control", "public, max-age=31536000, immutable" if static else "no-store"
    )
    return response


def _sign_in(request: Request, _error: Exception) -> Response:
    if request.method != "GET" or request.headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": "/sign-in"})
    return RedirectResponse(f"/sign-in?next={request.url.path}", status_code=303)


def _studio_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, StudioError):
        raise error
    status = status_of(error)
    if status >= 500:
        LOG.error("path=%s error=%s", request.url.path, type(error).__name__)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(
            problem(error, request.url.path), status, media_type="application/problem+json"
        )
    template = "_error.html" if request.headers.get("hx-request") else "error.html"
    return show(request, Page(template=template, values={"error": error}, status=status))


def _http_error(request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException) and error.status_code not in {404, 405}:
        return Response(status_code=error.status_code)
    lost = NotFound("there is no such page", remedy="Go back to the slate.")
    return _studio_error(request, lost)


def _unreadable(request: Request, error: Exception) -> Response:
    fields = ""
    if isinstance(error, RequestValidationError):
        fields = ", ".join(str(each["loc"][-1]) for each in error.errors())
    return _studio_error(
        request, InputError(f"what was sent cannot be read: {fields}", remedy="Fill it in again.")
    )
