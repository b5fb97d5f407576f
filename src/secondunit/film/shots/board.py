"""Propose the storyboard: one panel for every shot, drawn by whoever draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from secondunit.core.errors import AnswerUnreadable, InputError
from secondunit.core.evidence import from_answer, from_fact
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, ask
from secondunit.film.shots.model import (
    Figure,
    MoveRequest,
    Panel,
    PanelRequest,
    SetPlan,
    ShotSpec,
)
from secondunit.film.shots.panel import end_request, is_still, panel_request, stays

MOVE_WIDTH, MOVE_HEIGHT = 480, 270
"""Pixels of a move: a quarter of a panel's, so that drawing it takes about as long as it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardInputs:
    """Shots and what they are played with.

    Args:
        shots: The shot list, in order.
        sets: Sets of the stage plan.
        set_of: Place in ``sets`` of each scene's set, by scene id.
        figures: The cast as figures.
        width: Pixels of a panel.
        height: Pixels of a panel.
    """

    shots: tuple[ShotSpec, ...]
    sets: tuple[SetPlan, ...]
    set_of: dict[str, int]
    figures: tuple[Figure, ...]
    width: int = 960
    height: int = 540


class BoardStage:
    """Asks for a panel a shot; for one that moves, for the move and the frame it ends on."""

    key = "shots.board"
    version = 2

    def plan(self, inputs: BoardInputs) -> Sequence[Ask]:
        """The asks of each shot, in order; equal pictures are drawn once.

        Raises:
            InputError: A shot's scene has no set, or marks somebody who is no figure.
        """
        return [asked for shot in inputs.shots for asked in _asks(shot, inputs)]

    def propose(self, inputs: BoardInputs, answers: Sequence[Answer]) -> Proposal[Panel]:
        """The panels.

        Raises:
            InputError: A shot's scene has no set, or marks somebody who is no figure.
            AnswerUnreadable: An answer came without a picture.
        """
        given = iter(answers)
        items = []
        for shot in inputs.shots:
            asked = list(_asks(shot, inputs))
            items.append(_item(shot, asked[0], list(islice(given, len(asked))), inputs))
        return Proposal(
            stage=self.key, version=self.version, inputs=digest(inputs), items=tuple(items)
        )


STAGE = BoardStage()


def set_of_shot(shot: ShotSpec, sets: Sequence[SetPlan], set_of: dict[str, int]) -> SetPlan:
    """The set a shot plays in.

    Args:
        shot: The shot.
        sets: All sets.
        set_of: Place in ``sets`` of each scene's set, by scene id.

    Raises:
        InputError: There is no such set.
    """
    if shot.place:
        named = next((plan for plan in sets if plan.name == shot.place), None)
        if named is not None:
            return named
    elif shot.scene in set_of:
        return sets[set_of[shot.scene]]
    raise InputError(
        f"shot {shot.number} plays in no set of the stage plan",
        remedy="Plan the stage from the same draft as the shot list.",
    )


def move_request(shot: ShotSpec, request: PanelRequest) -> MoveRequest:
    """The move of a shot, at the size moves are drawn in.

    Args:
        shot: The shot.
        request: Its panel.
    """
    small = replace(request, width=MOVE_WIDTH, height=MOVE_HEIGHT)
    return MoveRequest(spec=small, frames=shot.duration, rate=shot.rate)


def _asks(shot: ShotSpec, inputs: BoardInputs) -> Iterator[Ask]:
    plan = set_of_shot(shot, inputs.sets, inputs.set_of)
    request = panel_request(shot, plan, inputs.figures, inputs.width, inputs.height)
    yield ask("panel", shot.number, request)
    if not is_still(request):
        yield ask("move", shot.number, move_request(shot, request))
    if not stays(request):
        yield ask("panel", f"{shot.number} at its end", end_request(request))


def _item(
    shot: ShotSpec, asked: Ask, answers: Sequence[Answer], inputs: BoardInputs
) -> Item[Panel]:
    if not all(answer.media for answer in answers):
        raise AnswerUnreadable(
            f"the panel of shot {shot.number} came without a picture",
            remedy="Run the stage again; if it stays so, look at the renderer's log.",
        )
    answer, *moving = answers
    return Item(
        id=ItemId(stable_id("panel", shot.id)),
        label=f"Panel {shot.number}",
        fact=Panel(
            shot=shot.id,
            number=shot.number,
            media=answer.media[0],
            width=inputs.width,
            height=inputs.height,
            request=asked.digest,
            clip=moving[0].media[0] if moving else None,
            end=moving[1].media[0] if len(moving) > 1 else None,
        ),
        evidence=(
            from_answer(answer.ask, f"drawn by {answer.provider} {answer.version}"),
            from_fact(shot.id, "shots.shot_list"),
        ),
    )
