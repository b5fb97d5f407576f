"""What changed, told as it happens, so that no page has to be opened again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from secondunit.entrypoints.web.doors import Inside, door
from secondunit.entrypoints.web.visitor import COOKIE, find_visitor
from secondunit.film.review.access import Permission

ROUTER = APIRouter()

See = Annotated[Inside, Depends(door(Permission.SEE))]

LOOK_SECONDS = 0.5
"""Between looks at the database: SQLite tells nobody when something was written."""

STILL_HERE_LOOKS = 40
"""Looks after which a word is sent though nothing changed, and the visitor is checked again."""


@ROUTER.get("/t/{title}/live")
def live(request: Request, inside: See) -> StreamingResponse:
    """Server-sent events: ``changed`` whenever anything in the title has."""
    return StreamingResponse(
        _events(request, inside),
        media_type="text/event-stream",
        headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"},
    )


async def _events(request: Request, inside: Inside) -> AsyncIterator[str]:
    house, title = inside.house, inside.title
    last, looks = "", 0
    while not await request.is_disconnected():
        now = await run_in_threadpool(house.stamp, title)
        running = "running" if house.is_running(title) else "still"
        if f"{now} {running}" != last:
            if last:
                yield f"event: changed\ndata: {running}\n\n"
            last = f"{now} {running}"
        looks += 1
        if looks % STILL_HERE_LOOKS == 0:
            visitor = await run_in_threadpool(find_visitor, house, request.cookies.get(COOKIE, ""))
            if visitor is None or not visitor.roles(title):
                return
            yield ": still here\n\n"
        await asyncio.sleep(LOOK_SECONDS)
