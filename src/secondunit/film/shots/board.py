"""Propose the storyboard: one panel for every shot, drawn by whoever draws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondunit.core.errors import AnswerUnreadable, InputError
from secondunit.core.evidence import from_answer, from_fact
from secondunit.core.ids import ItemId, digest, stable_id
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, ask
from secondunit.film.shots.model import Figure, Panel, SetPlan, ShotSpec
from secondunit.film.shots.panel import panel_request


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
    """Asks for a panel a shot."""

    key = "shots.board"
    version = 1

    def plan(self, inputs: BoardInputs) -> Sequence[Ask]:
        """One ask a shot, in order; equal pictures are drawn once.

        Raises:
            InputError: A shot's scene has no set, or marks somebody who is no figure.
        """
        return list(_asks(inputs))

    def propose(self, inputs: BoardInputs, answers: Sequence[Answer]) -> Proposal[Panel]:
        """The panels.

        Raises:
            InputError: A shot's scene has no set, or marks somebody who is no figure.
            AnswerUnreadable: An answer came without a picture.
        """
        items = [
            _item(shot, asked, answer, inputs)
            for shot, asked, answer in zip(inputs.shots, _asks(inputs), answers, strict=True)
        ]
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


def _asks(inputs: BoardInputs) -> Iterator[Ask]:
    for shot in inputs.shots:
        plan = set_of_shot(shot, inputs.sets, inputs.set_of)
        request = panel_request(shot, plan, inputs.figures, inputs.width, inputs.height)
        yield ask("panel", shot.number, request)


def _item(shot: ShotSpec, asked: Ask, answer: Answer, inputs: BoardInputs) -> Item[Panel]:
    if not answer.media:
        raise AnswerUnreadable(
            f"the panel of shot {shot.number} came without a picture",
            remedy="Run the stage again; if it stays so, look at the renderer's log.",
        )
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
        ),
        evidence=(
            from_answer(answer.ask, f"drawn by {answer.provider} {answer.version}"),
            from_fact(shot.id, "shots.shot_list"),
        ),
    )
