"""What is held back is not used: neither picked nor delivered."""

from __future__ import annotations

from secondunit.core.errors import RightsNotCleared
from secondunit.film.generation.model import Take
from secondunit.film.generation.pick import STAGE as PICK
from secondunit.film.rights.records.register import Register
from secondunit.pipeline.queries import View

RELEASE = "Have legal clear it: secondunit rights asset release DIGEST --reason ..."


def require_free(take: Take, register: Register) -> None:
    """Let a take be used, unless it is held back.

    Raises:
        RightsNotCleared: It is.
    """
    if take.media.digest in register.quarantined:
        raise RightsNotCleared(
            f"take {take.number} is held back: a consent it rests on has ended (R11)",
            remedy=RELEASE.replace("DIGEST", take.media.digest),
        )


def held_picks(view: View, register: Register) -> tuple[str, ...]:
    """One sentence for each take that is picked, or proposed, and held back."""
    if view.stored(PICK.key) is None:
        return ()
    return tuple(
        f"Take {take.number}: is held back, a consent it rests on has ended (R11)"
        for take in view.values(PICK.key)
        if take.media.digest in register.quarantined
    )
