"""The Jobs port on a farm: what draws goes into a bundle, what came back is handed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from secondunit.adapters.farm.bundle import Bundle, collect, write_bundle
from secondunit.core.errors import Unavailable
from secondunit.core.stage import Answer, Ask
from secondunit.ports.jobs import Jobs
from secondunit.ports.media_store import MediaStore

DRAWN = frozenset({"panel", "move", "segment", "join", "take"})
"""Kinds of ask that draw or encode; the others are answered as ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FarmJobs:
    """Asks that draw, on a farm.

    Args:
        near: Answers all others.
        shelf: Folder of the bundles.
        tables: The production's own data files.
        name: What the farm shows, of this production.
        media: The production's media.
        run: Runs a bundle, or None where somebody submits it to a farm.
    """

    near: Jobs
    shelf: Path
    tables: Path
    name: str
    media: MediaStore
    run: Callable[[Bundle], None] | None = None

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        """Answer every ask, handing over each answer as it comes.

        Raises:
            ProviderError: An ask cannot be answered; every other one was handed over.
            Unavailable: A bundle waits for a farm.
        """
        if near := [ask for ask in asks if ask.kind not in DRAWN]:
            self.near.perform(near, on_answer)
        drawn = [ask for ask in asks if ask.kind in DRAWN]
        if not drawn:
            return
        kinds = ", ".join(sorted({ask.kind for ask in drawn}))
        bundle = write_bundle(
            self.shelf, f"{self.name}: {len(drawn)} {kinds}", drawn, self.media, self.tables
        )
        if self.run is not None:
            self.run(bundle)
        wanted = {ask.digest for ask in drawn}
        answers = [answer for answer in collect(bundle, self.media) if answer.ask in wanted]
        for answer in answers:
            on_answer(answer)
        if missing := len(wanted) - len({answer.ask for answer in answers}):
            raise Unavailable(
                f"{missing} of {len(wanted)} {kinds} wait for a farm in {bundle.folder}",
                remedy=f"Submit it (deadline bundle submit {bundle.folder}), bring its work folder "
                "back, then run the same command again.",
            )
