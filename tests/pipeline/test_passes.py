from dataclasses import replace
from pathlib import Path

import pytest

from secondunit.adapters.folder import FolderOutbox
from secondunit.core.errors import InputError, NotFound
from secondunit.core.ids import digest_bytes
from secondunit.film.rights.permit import Policy
from secondunit.film.shots.passes import PassKind, PassRequest
from secondunit.pipeline.passes import Wanted, pass_job, write_passes
from secondunit.pipeline.queries import View
from secondunit.ports.passes import MadePass


class StandIn:
    """Makes one small text a frame and kind."""

    version = "stand-in-1"

    def make_passes(self, request: PassRequest):  # type: ignore[no-untyped-def]  # as the port says
        for frame in range(request.first, request.last + 1):
            for kind in request.kinds:
                yield MadePass(
                    kind=kind,
                    frame=frame,
                    part=request.labels[0] if kind is PassKind.IDS else "",
                    suffix=".txt",
                    media_type="text/plain",
                    data=f"{kind} {frame}".encode(),
                )


def wanted(shot: str, frames: str = "", *kinds: PassKind) -> Wanted:
    return Wanted(shot=shot, frames=frames, kinds=kinds or (PassKind.DEPTH,))


def number(view: View, place: int = 0) -> str:
    found: str = view.values("shots.shot_list")[place].number
    return found


def test_files_are_named_by_shot_kind_and_frame(production: View, tmp_path: Path) -> None:
    shot = next(s for s in production.values("shots.shot_list") if s.marks)
    job = pass_job(production, wanted(shot.number, "1-2", PassKind.IDS, PassKind.DEPTH))
    written = list(write_passes(job, StandIn(), FolderOutbox(tmp_path)))
    label = job.request.labels[0]
    assert [each.name for each in written] == [
        f"{shot.number}.ids-{label}.0001.txt",
        f"{shot.number}.depth.0001.txt",
        f"{shot.number}.ids-{label}.0002.txt",
        f"{shot.number}.depth.0002.txt",
    ]
    for each in written:
        assert digest_bytes((tmp_path / each.name).read_bytes()) == each.digest
    assert {each.maker for each in written} == {"stand-in-1"}


def test_a_shot_is_found_by_number_in_any_case_and_by_id(production: View) -> None:
    shot = production.values("shots.shot_list")[0]
    assert pass_job(production, wanted(shot.number.lower())).request.panel.shot == shot.id
    assert pass_job(production, wanted(shot.id)).request.panel.shot == shot.id


def test_an_unknown_shot_is_refused_with_some_that_there_are(production: View) -> None:
    with pytest.raises(NotFound, match="no shot “99Z”") as refused:
        pass_job(production, wanted("99Z"))
    assert number(production) in refused.value.remedy


def test_a_range_past_the_end_is_refused(production: View) -> None:
    with pytest.raises(InputError, match="there is no frame"):
        pass_job(production, wanted(number(production), "0-999999"))


def test_characters_have_no_names_unless_the_production_allows_them(production: View) -> None:
    shot = next(s for s in production.values("shots.shot_list") if s.marks)
    neutral = pass_job(production, wanted(shot.number)).request.labels
    assert all(label.startswith("figure-") for label in neutral)
    settings = replace(production.office.settings, policy=Policy(names_in_pictures=True))
    allowed = View(office=replace(production.office, settings=settings), shapes=production.shapes)
    named = pass_job(allowed, wanted(shot.number)).request.labels
    assert shot.marks[0].figure.casefold() in named[0]
