from dataclasses import replace

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import Digest
from secondunit.film.screenplay.draft import STAGE, DraftInputs
from secondunit.film.screenplay.model import Screenplay

ODD = Finding(severity=Severity.WARNING, rule="screenplay.odd", where="line 1", message="odd")


def script() -> Screenplay:
    text = b"Title: Barn\n\nINT. BARN - DAY #1#\n\nDust.\n\nOMITTED #2#\n"
    read = FORMAT.read(text, "t.fountain").screenplay
    assert read is not None
    return read


def test_one_draft_is_proposed_with_its_scenes_and_pages_counted() -> None:
    inputs = DraftInputs(screenplay=script(), findings=(ODD,))
    assert list(STAGE.plan(inputs)) == []
    proposal = STAGE.propose(inputs, ())
    (item,) = proposal.items
    assert (item.fact.title, item.fact.scenes, item.fact.pages, item.fact.eighths) == (
        "Barn",
        1,
        1,
        1,
    )
    assert item.label == "Draft · 1 scenes · 1 pages"
    assert item.evidence[0].ref == script().source_digest
    assert proposal.findings == (ODD,)


def test_another_file_is_another_item_and_the_same_file_the_same() -> None:
    first = STAGE.propose(DraftInputs(screenplay=script()), ())
    again = STAGE.propose(DraftInputs(screenplay=script()), ())
    other = replace(script(), source_digest=Digest("0" * 64))
    assert first == again
    assert STAGE.propose(DraftInputs(screenplay=other), ()).items[0].id != first.items[0].id
