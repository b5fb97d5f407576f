from dataclasses import replace

from tests.film.generation.scoring.builder import MINA, asked, footage, take_of
from tests.pipeline.dailies.test_picks import again, first_order, make, view
from tests.pipeline.stand_ins import TABLES

from secondunit.adapters.dailies.artist import EvidenceArtist
from secondunit.core.errors import InputError
from secondunit.film.generation.scoring.calibration import FILE, read_calibration
from secondunit.film.generation.scoring.expected import Expectation, ExpectRequest, Footage, Picture
from secondunit.film.generation.scoring.model import Aspect, Fault, TakeScores
from secondunit.film.generation.scoring.score import Slate
from secondunit.pipeline.dailies.listing import shots_named
from secondunit.pipeline.dailies.picks import bin_takes, scores_of
from secondunit.pipeline.dailies.score import Screening, score_takes, unreadable
from secondunit.pipeline.queries import View

__all__ = ["view"]


class Expects:
    """The painted shot, whatever is asked for."""

    version = "1"

    def __init__(self) -> None:
        self.asked = 0

    def expect(self, request: ExpectRequest) -> Expectation:
        self.asked += 1
        return replace(asked(), duration=request.duration)


class Projects:
    """The second take shows one person of two; the fourth cannot be read."""

    def project(self, data: bytes, media_type: str, asked: Expectation) -> Footage:
        if b"take 4" in data:
            raise InputError("it is no clip")
        picture = take_of((MINA,)) if b"take 2" in data else take_of()
        return footage(picture, frames=int(asked.duration))

    def still(self, data: bytes, media_type: str) -> bytes | None:
        return None

    def look_at(self, data: bytes, media_type: str) -> Picture:
        return take_of()


def screening() -> Screening:
    return Screening(expecter=Expects(), projector=Projects(), artist=EvidenceArtist())


def kept(view: View) -> dict[str, TakeScores | None]:
    return {each.slate: scores_of(view, each) for each in bin_takes(view)}


def test_takes_are_scored_once_and_the_shot_is_rendered_once_for_all_of_them(view: View) -> None:
    for number in (2, 3, 4):
        make(view, number)
    tools = screening()
    shots = shots_named(view, "1A")
    first = list(score_takes(view, shots, tools))
    assert [each.fresh for each in first] == [True, True, True]
    assert isinstance(tools.expecter, Expects)
    assert tools.expecter.asked == 1
    assert [each.fresh for each in score_takes(view, shots, tools)] == [False] * 3
    assert [each.fresh for each in score_takes(view, shots, tools, again=True)] == [True] * 3
    found = kept(view)
    assert found["1A-2"] is not None
    assert Fault.MISSING in found["1A-2"].hard
    assert found["1A-4"] is not None
    assert found["1A-4"].faults == (Fault.UNREADABLE,)


def test_each_score_keeps_its_evidence_and_the_best_take_is_proposed(view: View) -> None:
    for number in (2, 3):
        make(view, number)
    list(score_takes(view, shots_named(view, "1A"), screening()))
    right = kept(view)["1A-3"]
    assert right is not None
    overlay = right.score(Aspect.WARDROBE).overlay
    assert overlay is not None
    assert view.office.media.fetch_media(overlay.digest).startswith(b"\x89PNG")
    assert right.score(Aspect.IDENTITY).overlay is None
    assert right.strip is not None
    again(view)
    row = view.standing("generation.pick")[0]
    assert row.value.number == "1A-3"
    assert row.value.shot == first_order(view).shot


def test_a_take_that_cannot_be_read_says_so_and_nothing_else() -> None:
    calibration = read_calibration(TABLES.fetch_table(FILE))
    scores = unreadable(Slate(take="a", media="b"), calibration, "it is no clip")  # type: ignore[arg-type]  # any text stands for a digest here
    assert scores.hard == (Fault.UNREADABLE,)
    assert len(scores.unassessed) == len(Aspect) - 1
