import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.film.screenplay.script_strategies import scripts

from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.script_html import FORMAT
from secondunit.film.screenplay.model import PRINTED, Screenplay

ROOT = Path(__file__).parents[3]
NASTY = """Title: <script>alert(1)</script>
Author: "A" & 'B'

INT. <IMG SRC=X ONERROR=ALERT(1)> - DAY #"1#

He &lt;sits&gt; <b>down</b>. *Softly*.

<ANA> (V.O. "x")
</p><script>alert(2)</script>

CUT TO:
"""


def page(text: str) -> str:
    script = FOUNTAIN.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return FORMAT.write(script).data.decode()


def test_everything_from_the_script_is_escaped() -> None:
    body = page(NASTY).partition("<body>")[2]
    assert "<script" not in body
    assert "<img" not in body.lower()
    assert "He &amp;lt;sits&amp;gt; &lt;b&gt;down&lt;/b&gt;. <i>Softly</i>." in body


def test_nothing_outside_the_page_is_needed_and_nothing_in_it_runs() -> None:
    text = page(NASTY)
    assert "default-src 'none'" in text
    assert not re.search(r"https?://|src=|@import|url\(", text.partition("<body>")[0])


def test_it_is_made_for_a_phone_and_for_paper() -> None:
    text = page(NASTY)
    assert "width=device-width" in text
    assert "@media print" in text
    assert "size: 8.5in 11.0in" in text


def test_numbers_stand_on_both_sides_and_dual_dialogue_side_by_side() -> None:
    text = page("INT. LAB - DAY #12#\n\nANA\nOne.\n\nBEN ^\nTwo.\n\nANA\nOne.\n\nBEN ^\nTwo.\n")
    assert text.count('class="number left">12<') == 1
    assert text.count('class="number right">12<') == 1
    assert text.count('<div class="speech dual">') == 2


def test_what_a_page_does_not_show_is_told() -> None:
    script = FOUNTAIN.read(b"# One\n\nINT. A - DAY\n\nHe sits. [[why]]\n\n===\n", "t").screenplay
    assert script is not None
    rules = {finding.rule for finding in FORMAT.write(script).losses}
    assert rules == {"screenplay.lost-section", "screenplay.lost-note"}


@settings(max_examples=100, deadline=None)
@given(scripts())
def test_every_printed_word_is_on_the_page_and_every_tag_closes(script: Screenplay) -> None:
    body = FORMAT.write(script).data.decode().partition("<main>")[2].partition("</main>")[0]
    for tag in ("p", "div", "section", "h2", "b", "i", "u", "span", "header"):
        assert len(re.findall(rf"<{tag}[ >]", body)) == body.count(f"</{tag}>")
    words = re.sub(r"<[^>]*>", "", body)
    for line in (*script.opening, *(x for scene in script.scenes for x in scene.lines)):
        if line.kind in PRINTED and line.text.isalnum():
            assert line.text in words


@pytest.mark.parametrize("name", ["right-ear-home", "right-ear-home-blue"])
def test_our_own_scripts_are_written_whole(name: str) -> None:
    path = ROOT / "examples" / f"{name}.fountain"
    script = FOUNTAIN.read(path.read_bytes(), path.name).screenplay
    assert script is not None
    assert FORMAT.write(script).data == FORMAT.write(script).data
    assert FORMAT.write(script).data.decode().count("<section") == len(script.scenes)
