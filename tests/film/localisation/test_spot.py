from fractions import Fraction

import pytest
from tests.film.cut.builder import cover, make_cut, make_script

from secondunit.adapters.tables import PackagedTables
from secondunit.core.timecode import RATE_NAMES, Rate
from secondunit.film.localisation.model import DialogueList
from secondunit.film.localisation.spot import STAGE, SpotInputs
from secondunit.film.localisation.style import FILE, read_style

STYLE = read_style(PackagedTables().fetch_table(FILE), "en")
SPEECHES = (
    ("OREN", "Did it speak?"),
    ("MINA (V.O.)", "It spoke. They will have spilled their coffee in Norway, every last one."),
    ("OREN", "Two sugars."),
)


def listed(rate: Rate | None = None, frames: int = 120) -> DialogueList:
    script = make_script(*SPEECHES)
    shots = (
        cover("1A", 48, "h"),
        cover("1B", frames * 2, "c0", "d0", "c1", "d1"),
        cover("1C", frames, "c2", "d2"),
    )
    inputs = SpotInputs(
        screenplay=script, shots=shots, cut=make_cut(*shots, rate=rate), style=STYLE
    )
    proposal = STAGE.propose(inputs, ())
    assert [f for f in proposal.findings if f.severity == "error"] == []
    return proposal.items[0].fact


def test_speeches_that_share_a_shot_share_its_time_by_their_words() -> None:
    first, second, third = listed().events
    assert first.start == 48
    assert first.end == second.start
    assert second.end == third.start == 48 + 240
    assert (first.end - first.start) < (second.end - second.start)


def test_who_is_heard_and_not_seen_is_marked() -> None:
    assert [event.off_screen for event in listed().events] == [False, True, False]


def test_every_word_is_shown_in_rows_that_fit() -> None:
    found = listed()
    shown = " ".join(row for each in found.subtitles for row in each.rows)
    assert shown.split() == " ".join(words for _, words in SPEECHES).split()
    assert max(len(row) for each in found.subtitles for row in each.rows) <= 42


@pytest.mark.parametrize("pair", list(RATE_NAMES))
def test_gaps_and_order_hold_at_every_rate(pair: tuple[int, int]) -> None:
    found = listed(Rate(numerator=pair[0], denominator=pair[1]))
    ends = [each.end for each in found.subtitles]
    starts = [each.start for each in found.subtitles]
    assert all(start >= end + 2 for end, start in zip(ends, starts[1:], strict=False))


def test_a_speech_too_fast_to_read_is_a_warning_and_loses_no_word() -> None:
    script = make_script(("OREN", "word " * 40))
    shots = (cover("1A", 24, "c0", "d0"),)
    inputs = SpotInputs(screenplay=script, shots=shots, cut=make_cut(*shots), style=STYLE)
    findings = STAGE.propose(inputs, ()).findings
    assert "localisation.speed" in {finding.rule for finding in findings}
    assert "localisation.words" not in {finding.rule for finding in findings}


def test_seconds_of_a_frame_are_exact() -> None:
    assert Rate(numerator=24000, denominator=1001).seconds_of(24000) == Fraction(1001)
