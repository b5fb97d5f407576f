from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from tests.film.cut.builder import cover, make_cut, make_script
from tests.film.localisation.builder import SPEECHES, STYLE, listed, spot

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.core.ids import LineId
from secondunit.core.timecode import RATE_NAMES, Rate
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.cut.assemble import STAGE as ASSEMBLE
from secondunit.film.cut.assemble import AssembleInputs
from secondunit.film.localisation.spot import STAGE, SpotInputs
from secondunit.film.screenplay.model import SPOKEN, Line, LineKind, Screenplay
from secondunit.film.shots.sets.library import read_set_library
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.film.shots.shot_list import ShotListInputs
from secondunit.film.shots.tables import read_shot_tables

EXAMPLE = Path(__file__).parents[3] / "examples" / "right-ear-home.fountain"
RATES = [Rate(numerator=pair[0], denominator=pair[1]) for pair in RATE_NAMES]


@cache
def _example() -> Screenplay:
    script = FORMAT.read(EXAMPLE.read_bytes(), EXAMPLE.name).screenplay
    assert script is not None
    return script


def _spot_example(rate: Rate) -> SpotInputs:
    script, tables = _example(), PackagedTables()
    shots = tuple(
        item.fact
        for item in SHOT_LIST.propose(
            ShotListInputs(
                screenplay=script,
                elements=tuple(
                    Element(scene=scene.id, category=Category.CAST, name=line.text)
                    for scene in script.shot_scenes
                    for line in scene.lines
                    if line.kind is LineKind.CUE
                ),
                rate=rate,
                aspect="1.85",
                tables=read_shot_tables(tables.fetch_table("shots.toml")),
                library=read_set_library(tables.fetch_table("sets.toml")),
            ),
            (),
        ).items
    )
    assembled = AssembleInputs(title="T", shots=shots, takes=(), panels=(), rate=rate)
    cut = ASSEMBLE.propose(assembled, ()).items[0].fact
    return SpotInputs(screenplay=script, shots=shots, cut=cut, style=STYLE)


def test_speeches_that_share_a_shot_share_its_time() -> None:
    first, second, third = listed().events[:3]
    assert first.start == 48
    assert first.end == second.start
    assert second.end == third.start == 48 + 192
    assert (first.end - first.start) < (second.end - second.start)


def test_who_is_heard_and_not_seen_and_who_speaks_at_once_is_marked() -> None:
    events = listed().events
    assert [event.off_screen for event in events] == [False, True, False, False, False]
    assert [event.extension for event in events] == ["", "V.O.", "", "", ""]
    assert [event.dual for event in events] == [False, False, False, True, True]
    assert events[3].start == events[4].start


def test_a_parenthetical_belongs_to_the_line_under_it_alone() -> None:
    script = make_script(("OREN", "One."))
    scene = script.scenes[0]
    added = (
        Line(id=LineId("p"), kind=LineKind.PARENTHETICAL, text="(slowly)", row=3),
        Line(id=LineId("d1"), kind=LineKind.DIALOGUE, text="Two.", row=4),
        Line(id=LineId("d2"), kind=LineKind.LYRIC, text="Three.", row=5),
    )
    script = replace(script, scenes=(replace(scene, lines=(*scene.lines, *added)),))
    shots = (cover("1A", 200, "d0", "d1", "d2"),)
    inputs = SpotInputs(screenplay=script, shots=shots, cut=make_cut(*shots), style=STYLE)
    events = STAGE.propose(inputs, ()).items[0].fact.events
    assert [event.parenthetical for event in events] == ["", "slowly", ""]
    assert {event.speaker for event in events} == {"OREN"}


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: rate.name)
def test_every_word_is_shown_and_no_rule_is_broken_at_any_rate(rate: Rate) -> None:
    found, findings = spot(rate)
    shown = [row.removeprefix("-") for each in found.subtitles for row in each.rows]
    words = " ".join(text for _, text in SPEECHES).split()
    assert sorted(" ".join(shown).split()) == sorted(words)
    assert findings == ()


def test_a_speech_too_fast_to_read_is_a_warning_and_loses_no_word() -> None:
    script = make_script(("OREN", "word " * 40))
    shots = (cover("1A", 24, "c0", "d0"),)
    inputs = SpotInputs(screenplay=script, shots=shots, cut=make_cut(*shots), style=STYLE)
    findings = STAGE.propose(inputs, ()).findings
    assert {finding.rule for finding in findings} == {
        "localisation.speed",
        "localisation.short",
        "localisation.shot-change",
    }
    assert {finding.severity for finding in findings} == {"warning", "note"}


def test_a_speech_that_no_shot_covers_is_named_and_not_dropped_in_silence() -> None:
    script = make_script(("OREN", "One."), ("MINA", "Two."))
    shots = (cover("1A", 48, "d0"),)
    inputs = SpotInputs(screenplay=script, shots=shots, cut=make_cut(*shots), style=STYLE)
    proposal = STAGE.propose(inputs, ())
    assert len(proposal.items[0].fact.events) == 1
    assert [(each.rule, each.where) for each in proposal.findings] == [
        ("localisation.not-in-cut", "scene 1, MINA")
    ]


def test_a_script_without_speech_has_an_empty_list() -> None:
    shots = (cover("1A", 48, "h"),)
    inputs = SpotInputs(screenplay=make_script(), shots=shots, cut=make_cut(*shots), style=STYLE)
    found = STAGE.propose(inputs, ()).items[0].fact
    assert (found.events, found.subtitles) == ((), ())


def test_the_list_keeps_its_id_while_its_content_changes() -> None:
    script = make_script(("OREN", "One."))
    ids = set()
    for frames in (48, 96):
        shots = (cover("1A", frames, "d0"),)
        inputs = SpotInputs(screenplay=script, shots=shots, cut=make_cut(*shots), style=STYLE)
        ids.add(STAGE.propose(inputs, ()).items[0].id)
    assert len(ids) == 1


@pytest.mark.parametrize("rate", [RATES[0], RATES[2]], ids=lambda rate: rate.name)
def test_the_worked_production_is_spotted_whole_without_an_error(rate: Rate) -> None:
    inputs = _spot_example(rate)
    proposal = STAGE.propose(inputs, ())
    spoken = [
        line.id for scene in _example().shot_scenes for line in scene.lines if line.kind in SPOKEN
    ]
    assert [event.line for event in proposal.items[0].fact.events] == spoken
    assert [each for each in proposal.findings if each.severity == "error"] == []
    assert STAGE.propose(inputs, ()) == proposal
