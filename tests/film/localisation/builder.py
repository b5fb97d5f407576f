"""A short conversation, spotted, for tests of localisation and of timed text."""

from __future__ import annotations

from tests.film.cut.builder import cover, make_cut, make_script

from secondunit.adapters.tables import PackagedTables
from secondunit.core.finding import Finding
from secondunit.core.ids import LineId
from secondunit.core.timecode import Frames, Rate
from secondunit.film.cut.model import Cut
from secondunit.film.localisation.model import DialogueEvent, DialogueList, SubtitleStyle
from secondunit.film.localisation.spot import STAGE, SpotInputs
from secondunit.film.localisation.style import FILE, read_style

STYLE: SubtitleStyle = read_style(PackagedTables().fetch_table(FILE), "en")
SPEECHES = (
    ("OREN", "Did it speak?"),
    ("MINA (V.O.)", "It spoke. They will have spilled their coffee in Norway, every last one."),
    ("OREN", "Two sugars."),
    ("MINA", "That is what I said, you know."),
    ("OREN ^", "Nobody ever says what they know."),
)


def spot(rate: Rate | None = None) -> tuple[DialogueList, tuple[Finding, ...]]:
    """The conversation in a cut of four shots, with what was found about it."""
    rate = rate or Rate(numerator=24)
    second = rate.nominal
    shots = (
        cover("1A", 2 * second, "h"),
        cover("1B", 8 * second, "c0", "d0", "c1", "d1"),
        cover("1C", 4 * second, "c2", "d2"),
        cover("1D", 6 * second, "c3", "d3", "c4", "d4"),
    )
    inputs = SpotInputs(
        screenplay=make_script(*SPEECHES),
        shots=shots,
        cut=make_cut(*shots, rate=rate),
        style=STYLE,
    )
    proposal = STAGE.propose(inputs, ())
    return proposal.items[0].fact, proposal.findings


def listed(rate: Rate | None = None) -> DialogueList:
    """The conversation's dialogue list."""
    return spot(rate)[0]


def speech(number: int, text: str, start: int, end: int, speaker: str = "OREN") -> DialogueEvent:
    """A speech in the first scene of ``make_cut``."""
    return DialogueEvent(
        number=number,
        scene=make_cut(cover("1A", 1)).clips[0].scene,
        scene_number="1",
        line=LineId(f"d{number}"),
        speaker=speaker,
        text=text,
        parenthetical="",
        off_screen=False,
        start=Frames(start),
        end=Frames(end),
    )


def one_shot(frames: int) -> Cut:
    """A cut of a single shot."""
    return make_cut(cover("1A", frames))
