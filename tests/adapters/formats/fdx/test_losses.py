from dataclasses import replace

from tests.adapters.formats.fdx.whole_script import read, whole_file

from secondunit.adapters.formats.fdx import FORMAT
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.film.screenplay.line_data import LineData, TaggedSpan
from secondunit.film.screenplay.model import Screenplay


def losses(script: Screenplay) -> str:
    return " | ".join(found.message for found in FORMAT.write(script).losses)


def fountain(text: str) -> Screenplay:
    script = FOUNTAIN.read(text.encode(), "t.fountain").screenplay
    assert script is not None
    return script


def test_what_fits_is_written_without_a_word() -> None:
    assert losses(fountain("INT. A - DAY\n\nHe *runs*. [[Far?]]\n\n/* gone */\n")) == ""


def test_each_kind_of_loss_is_named_once() -> None:
    script = fountain(
        "Title: T\nMood: grim\n\nINT. A - DAY\n\n##### Deep\n\n##### Deeper\n\nHe runs.\n\n===\n"
    )
    said = losses(script)
    assert "the level of 2 sections" in said
    assert "page breaks with nothing after them: 1" in said
    assert "Mood" in said


def test_what_a_file_holds_beside_its_script_is_lost_only_in_a_new_one() -> None:
    script = read(whole_file())
    assert "macros" in losses(script)
    assert FORMAT.write(script, whole_file()).losses == ()


def test_two_tags_on_one_word_do_not_fit() -> None:
    script = fountain("INT. A - DAY\n\nA gold key.\n")
    scene = script.scenes[0]
    spans = (TaggedSpan(start=0, end=6, tag=1), TaggedSpan(start=2, end=8, tag=2))
    lines = (scene.lines[0], replace(scene.lines[1], data=LineData(tagged=spans)))
    tagged = replace(script, scenes=(replace(scene, lines=lines),))
    assert "tags on words that carry another: 1" in losses(tagged)
