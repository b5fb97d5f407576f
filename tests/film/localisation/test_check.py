from dataclasses import replace

from tests.film.localisation.test_spot import STYLE, listed

from secondunit.core.timecode import Frames
from secondunit.film.localisation.check import check_subtitles
from secondunit.film.localisation.model import DialogueList, Subtitle


def _rules(found: DialogueList) -> set[str]:
    return {each.rule.removeprefix("localisation.") for each in check_subtitles(found, STYLE)}


def _with(found: DialogueList, index: int, **changes: object) -> DialogueList:
    subtitles = list(found.subtitles)
    subtitles[index] = replace(subtitles[index], **changes)  # type: ignore[arg-type]  # fields of one subtitle
    return replace(found, subtitles=tuple(subtitles))


def test_each_broken_rule_is_found() -> None:
    found = listed()
    first, second = found.subtitles[0], found.subtitles[1]
    assert "overlap" in _rules(_with(found, 1, start=Frames(first.end - 1)))
    assert "gap" in _rules(_with(found, 0, end=Frames(second.start - 1)))
    assert "rows" in _rules(_with(found, 0, rows=("a", "b", "c")))
    assert "width" in _rules(_with(found, 0, rows=("x" * 43,)))
    assert "words" in _rules(_with(found, 0, rows=("Did it?",)))
    assert "outside" in _rules(_with(found, -1, end=Frames(found.duration + 1)))
    assert "short" in _rules(_with(found, 0, end=Frames(first.start + 5)))
    assert "speed" in _rules(_with(found, 1, end=Frames(second.start + 20)))


def test_a_subtitle_that_stays_too_long_is_a_warning() -> None:
    found = replace(
        listed(),
        duration=Frames(10_000),
        subtitles=(Subtitle(number=1, start=Frames(0), end=Frames(400), rows=("Hm.",), events=()),),
        events=(),
    )
    assert _rules(found) == {"long"}
