"""Asks to draw, and who draws them, for tests of the farm."""

from __future__ import annotations

from collections.abc import Sequence

from tests.film.generation.builder import make_request, make_shot

from secondunit.adapters.store.objects import ObjectStore
from secondunit.core.ids import digest_bytes
from secondunit.core.stage import Ask, ask
from secondunit.ports.jobs import Performed


def panels(count: int) -> Sequence[Ask]:
    return [
        ask("panel", str(number), make_request(make_shot(f"{number}A")))
        for number in range(1, count + 1)
    ]


class Drawer:
    """Draws a picture of the ask's own bytes."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    def __call__(self, body: str) -> Performed:
        kept = self._store.store_media(digest_bytes(body.encode()).encode(), "image/png", "a.png")
        return Performed(body="{}", provider="drawer", version="1", media=(kept,))
