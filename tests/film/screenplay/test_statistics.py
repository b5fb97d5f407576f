from secondunit.adapters.formats.fountain import FORMAT
from secondunit.film.screenplay.statistics import count

TEXT = """FADE IN:

WREN (V.O.)
Before it all.

# ONE

= Wren leaves.

INT. BARN - DAY #1#

Dust. [[how much?]]

WREN
(low)
Come.
~La la
~La

REED ^
Go.

REED
No.

WREN ^
Yes.

CUT TO:

/* EXT. POND - DAY */

OMITTED #2#
"""


def test_everything_in_a_script_is_counted() -> None:
    script = FORMAT.read(TEXT.encode(), "t.fountain").screenplay
    assert script is not None
    counts = count(script)
    assert (counts.scenes, counts.omitted, counts.cues, counts.speakers) == (2, 1, 5, 2)
    assert (counts.parentheticals, counts.transitions, counts.lyrics) == (1, 1, 2)
    assert (counts.dual_blocks, counts.notes, counts.boneyards) == (2, 1, 1)
    assert (counts.sections, counts.synopses, counts.pages) == (1, 1, 1)
    assert counts.eighths == script.scenes[0].eighths > 0
    assert counts.words == 26
