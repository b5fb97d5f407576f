from tests.film.shots.builder import scene_beats

from secondunit.film.shots.coverage.draft import PHRASE_WORDS, Draft, Rule, shortened
from secondunit.film.shots.model import Framing, Pose, Size

BEATS = scene_beats("INT. ROOM - DAY\n\nADA sits. It rains.\n\nADA\nStay here.\n")
MADE = Draft(rule=Rule.PEOPLE, framing=Framing.SINGLE, size=Size.MEDIUM, beats=BEATS)


def test_a_draft_reads_its_beats() -> None:
    assert MADE.caption == "ADA sits. It rains."
    assert MADE.speech is BEATS[-1]
    assert MADE.words == 4
    assert MADE.present == ("ADA",)
    assert MADE.poses == {"ADA": Pose.SIT}
    assert len(MADE.spans) == 3


def test_lines_are_counted_once() -> None:
    assert len(MADE.lines) == len(set(MADE.lines)) == 3


def test_a_long_caption_is_cut_with_an_ellipsis() -> None:
    assert shortened("one two") == "one two"
    cut = shortened("word " * 80)
    assert cut.endswith(" …")
    assert len(cut.split()) == PHRASE_WORDS + 1
