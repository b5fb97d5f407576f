"""Pick a take, or take a pick back: a named person's word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from secondunit.core.decision import Verdict
from secondunit.core.errors import InputError, NotFound
from secondunit.core.fact import Fact
from secondunit.film.generation.model import Take
from secondunit.film.generation.pick import STAGE as PICK
from secondunit.film.generation.pick import pick_id, picked_item
from secondunit.film.generation.take import STAGE as TAKE
from secondunit.film.review.sign_off import Matrix
from secondunit.film.shots.model import ShotSpec
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.pipeline.dailies.picks import bin_takes, take_of
from secondunit.pipeline.decide import Ruling, decide, stand_for
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.queries import State, View
from secondunit.ports.take_bin import OrderedTake

WITHOUT_WORDS = "picked in dailies"
"""The reason of a person who gave none with a pick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What came of a pick.

    Args:
        take: The take.
        shot: Number of the shot it is used for.
        fact: The decision.
    """

    take: Take
    shot: str
    fact: Fact


def find_take(view: View, slate: str) -> Take:
    """A take by its slate: of the bin, else of the stage.

    Raises:
        InputError: Two takes have that slate.
        NotFound: There is none.
    """
    asked = slate.strip().casefold()
    in_bin = [each for each in bin_takes(view) if _is_called(asked, each)]
    if len(in_bin) > 1:
        keys = ", ".join(each.key[:12] for each in in_bin)
        raise InputError(
            f"{len(in_bin)} takes are called {slate}", remedy=f"Give the key of one: {keys}"
        )
    if in_bin:
        return take_of(in_bin[0])
    own: list[Take] = [take for take in view.values(TAKE.key) if take.number.casefold() == asked]
    if not own:
        raise NotFound(f"there is no take “{slate}”", remedy="secondunit takes SHOT lists them.")
    return own[0]


def pick_take(
    view: View, matrix: Matrix, slate: str, signature: Signature, *, instead: str = ""
) -> Picked:
    """Use a take for its shot, whatever was proposed or picked before.

    Run the stage of picks before, so that what is decided on is what is there.

    Args:
        view: The production.
        matrix: Who may sign.
        slate: Of the take (``12A-7``).
        signature: Who picks it; the reason may be "".
        instead: Number of another shot that it is used for, or "".

    Raises:
        InputError: The person's name is missing, or two takes have that slate.
        NotFound: There is no such take, or no such shot.
        RoleMayNotSign: The role does not pick takes.
    """
    take = find_take(view, slate)
    shot = _shot(view, instead) if instead else _shot_of(view, take)
    take = replace(take, shot=shot.id)
    reason = signature.reason.strip() or WITHOUT_WORDS
    row = next((each for each in view.standing(PICK.key) if each.item == pick_id(shot.id)), None)
    if row is None or row.proposed is None:
        item = picked_item(take, signature.by, reason)
        row, ruling = stand_for(PICK.key, item), _ruling(Verdict.ADD, signature, reason)
    elif row.proposed.fact == take:
        ruling = _ruling(Verdict.ACCEPT, signature, signature.reason)
    else:
        ruling = replace(_ruling(Verdict.AMEND, signature, reason), amended=take)
    (fact,) = decide(view, matrix, [row], ruling)
    return Picked(take=take, shot=shot.number, fact=fact)


def unpick(view: View, matrix: Matrix, slate: str, signature: Signature) -> Picked:
    """Take a pick back: the take is refused for its shot, and another is proposed.

    Raises:
        InputError: The person's name or reason is missing.
        NotFound: Nobody picked that take.
        RoleMayNotSign: The role does not pick takes.
    """
    asked = slate.strip().casefold()
    decided = {State.ACCEPTED, State.AMENDED, State.STALE}
    for row in view.standing(PICK.key):
        if row.value is not None and row.value.number.casefold() == asked and row.state in decided:
            ruling = _ruling(Verdict.REJECT, signature, signature.reason)
            if row.proposed is not None and row.proposed.fact != row.value:
                # what is refused is what people chose, not what was proposed in its place
                row = stand_for(PICK.key, replace(row.proposed, fact=row.value))  # noqa: PLW2901
            (fact,) = decide(view, matrix, [row], ruling)
            return Picked(take=row.value, shot=row.value.number.rpartition("-")[0], fact=fact)
    raise NotFound(
        f"nobody has picked {slate}", remedy="secondunit takes lists the takes and their picks."
    )


def _ruling(verdict: Verdict, signature: Signature, reason: str) -> Ruling:
    return Ruling(verdict=verdict, by=signature.by, role=signature.role, reason=reason)


def _is_called(asked: str, each: OrderedTake) -> bool:
    return each.slate.casefold() == asked or (len(asked) >= 8 and each.key.startswith(asked))


def _shot_of(view: View, take: Take) -> ShotSpec:
    for shot in view.values(SHOT_LIST.key):
        if shot.id == take.shot:
            return shot  # type: ignore[no-any-return]  # values of a stage are typed by its key
    raise NotFound(
        f"the shot of {take.number} is no longer in the list",
        remedy="Say which shot it is used for: --for SHOT.",
    )


def _shot(view: View, number: str) -> ShotSpec:
    asked = number.strip().casefold()
    for shot in view.values(SHOT_LIST.key):
        if asked in {shot.number.casefold(), shot.id.casefold()}:
            return shot  # type: ignore[no-any-return]  # values of a stage are typed by its key
    raise NotFound(f"there is no shot “{number}”", remedy="secondunit shots list has them all.")
