import asyncio
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from starlette.testclient import TestClient

from secondunit.bootstrap.house import House
from secondunit.bootstrap.productions import Studio
from secondunit.core.decision import Verdict
from secondunit.entrypoints.web.pages.live import _events
from secondunit.pipeline.decide import Ruling, decide


class _Browser:
    """A browser that stays for a few looks."""

    def __init__(self, looks: int) -> None:
        self.looks, self.cookies = looks, {"secondunit": ""}

    async def is_disconnected(self) -> bool:
        self.looks -= 1
        return self.looks < 0


def _decide_one(studio: Studio) -> None:
    row = studio.view.standing("breakdown.tag")[0]
    ruling = Ruling(verdict=Verdict.ACCEPT, by="Kim", role="1st-ad")
    decide(studio.view, studio.matrix, [row], ruling)


def test_a_decision_of_somebody_else_reaches_an_open_page(
    house: House, enter: Callable[..., TestClient]
) -> None:
    enter("director")
    inside: Any = SimpleNamespace(house=house, title="night-bell")

    async def watch() -> list[str]:
        browser: Any = _Browser(looks=4)
        heard = []
        stream = _events(browser, inside)

        async def listen() -> None:
            heard.extend([event async for event in stream])

        listening = asyncio.create_task(listen())
        await asyncio.sleep(0.7)
        await asyncio.to_thread(house.write, "night-bell", _decide_one)
        await listening
        return heard

    assert asyncio.run(watch()) == ["event: changed\ndata: still\n\n"]
