from dataclasses import replace

import pytest
from tests.film.localisation.builder import STYLE, listed

from secondunit.core.finding import Severity
from secondunit.core.timecode import Frames
from secondunit.film.localisation.check import check_subtitles
from secondunit.film.localisation.model import DialogueList, Subtitle

FOUND = listed()
FIRST, SECOND = FOUND.subtitles[0], FOUND.subtitles[1]


def _rules(found: DialogueList) -> dict[str, Severity]:
    return {
        each.rule.removeprefix("localisation."): each.severity
        for each in check_subtitles(found, STYLE)
    }


def _with(index: int, **changes: object) -> DialogueList:
    subtitles = list(FOUND.subtitles)
    subtitles[index] = replace(subtitles[index], **changes)  # type: ignore[arg-type]  # fields of one subtitle
    return replace(FOUND, subtitles=tuple(subtitles))


def _alone(*subtitles: Subtitle, changes: tuple[int, ...] = ()) -> DialogueList:
    return replace(
        FOUND,
        duration=Frames(10_000),
        subtitles=subtitles,
        events=(),
        shot_changes=tuple(Frames(change) for change in changes),
    )


def _subtitle(number: int, start: int, end: int) -> Subtitle:
    return Subtitle(number=number, start=Frames(start), end=Frames(end), rows=("Hm.",), events=())


def test_what_is_proposed_breaks_no_rule() -> None:
    assert check_subtitles(FOUND, STYLE) == ()


@pytest.mark.parametrize(
    ("index", "changes", "rule", "severity"),
    [
        (1, {"start": FIRST.end - 1}, "overlap", Severity.ERROR),
        (0, {"end": SECOND.start - 1}, "gap", Severity.ERROR),
        (0, {"rows": ("a", "b", "c")}, "rows", Severity.ERROR),
        (0, {"rows": ()}, "rows", Severity.ERROR),
        (0, {"rows": ("x" * 43,)}, "width", Severity.ERROR),
        (0, {"rows": ("Did it?",)}, "words", Severity.ERROR),
        (0, {"events": ()}, "words", Severity.ERROR),
        (-1, {"end": FOUND.duration + 1}, "outside", Severity.ERROR),
        (0, {"end": FIRST.start}, "outside", Severity.ERROR),
        (0, {"end": FIRST.start + 5}, "short", Severity.WARNING),
        (1, {"end": SECOND.start + 20}, "speed", Severity.WARNING),
        (0, {"end": SECOND.start - 8}, "chain", Severity.NOTE),
        (0, {"start": FIRST.start + 4}, "shot-change", Severity.NOTE),
    ],
)
def test_each_broken_rule_is_found(
    index: int, changes: dict[str, object], rule: str, severity: Severity
) -> None:
    assert _rules(_with(index, **changes))[rule] is severity


def test_the_words_of_two_who_share_a_subtitle_are_told_apart() -> None:
    shared = next(place for place, each in enumerate(FOUND.subtitles) if len(each.events) == 2)
    rows = FOUND.subtitles[shared].rows
    assert "words" in _rules(_with(shared, rows=(rows[1], rows[0])))


def test_a_subtitle_that_stays_too_long_is_a_warning() -> None:
    assert _rules(_alone(_subtitle(1, 0, 169))) == {"long": Severity.WARNING}
    assert _rules(_alone(_subtitle(1, 0, 168))) == {}


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (100, 140, []),
        (60, 98, []),
        (60, 100, ["ends on a shot change"]),
        (60, 99, ["ends 1 frames before a shot change"]),
        (95, 140, ["begins 5 frames before a shot change"]),
        (111, 140, ["begins 11 frames after a shot change"]),
        (112, 140, []),
    ],
)
def test_distances_from_a_shot_change_are_measured_to_the_frame(
    start: int, end: int, said: list[str]
) -> None:
    found = check_subtitles(_alone(_subtitle(1, start, end), changes=(100,)), STYLE)
    assert [finding.message for finding in found] == said


def test_a_finding_names_the_timecode_the_scene_and_who_speaks() -> None:
    (finding,) = check_subtitles(_with(0, end=FIRST.start + 15), STYLE)[:1]
    assert finding.where == "subtitle 1 at 01:00:02:00 (scene 1, OREN)"
