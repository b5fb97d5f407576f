from collections.abc import Sequence
from dataclasses import replace

import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.core.ids import Digest
from secondunit.film.screenplay.line_data import LineData, WrittenLock
from secondunit.film.screenplay.model import LineKind, Paper, Screenplay
from secondunit.film.screenplay.pages.layout import TypedRole, TypedScript, lay_out_script
from secondunit.film.screenplay.pages.locked_pages import (
    changed_pages,
    lay_out_locked,
    lock_pages,
    written_locks,
)
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes

SPEECH = "Rain falls on the old town tonight. Nobody looks up at the sky. " * 4


def script(words: Sequence[str]) -> Screenplay:
    """Action for each of the words; a word with a colon is a speech of somebody."""
    raw = []
    for word in words:
        name, colon, said = word.partition(": ")
        if colon:
            raw.append(RawLine(kind=LineKind.CUE, text=name, row=1))
        kind = LineKind.DIALOGUE if colon else LineKind.ACTION
        raw.append(RawLine(kind=kind, text=said or word, row=1))
    read, _ = read_scenes(
        RawScript(
            name="x",
            title_page=(),
            lines=tuple(raw),
            source_format="fountain",
            source_digest=Digest(""),
            paper=Paper(rows=10),
        )
    )
    return read


def first_words(laid_out: TypedScript) -> list[tuple[str, str]]:
    firsts = {
        line.page: line.text for line in reversed(laid_out.lines) if line.role is TypedRole.TEXT
    }
    return [(label, firsts.get(page, "")) for page, label in enumerate(laid_out.labels, 1)]


WORDS = [f"Step {index}." for index in range(15)]
OLD = script(WORDS)
LOCKS = lock_pages(OLD, lay_out_script(OLD))


def test_a_page_locks_with_what_it_begins_with() -> None:
    lines = OLD.lines
    assert [(lock.label, len(lock.lines), lock.character) for lock in LOCKS] == [
        ("1", 5, 0),
        ("2", 5, 0),
        ("3", 5, 0),
    ]
    assert LOCKS[1].lines[0] == lines[5].id


def test_the_same_draft_lies_on_the_same_pages() -> None:
    assert lay_out_locked(OLD, LOCKS) == lay_out_script(OLD)
    assert changed_pages(lay_out_script(OLD), lay_out_locked(OLD, LOCKS)) == ()


def test_what_overflows_a_locked_page_goes_on_a_lettered_one() -> None:
    new = script([*WORDS[:7], "New one.", "New two.", *WORDS[7:]])
    laid_out = lay_out_locked(new, LOCKS)
    assert first_words(laid_out) == [
        ("1", "Step 0."),
        ("2", "Step 5."),
        ("2A", "Step 8."),
        ("3", "Step 10."),
    ]
    assert changed_pages(lay_out_script(OLD), laid_out) == ("2", "2A")


def test_a_page_that_lost_its_first_words_begins_with_the_next() -> None:
    laid_out = lay_out_locked(script([*WORDS[:5], *WORDS[6:]]), LOCKS)
    assert first_words(laid_out) == [("1", "Step 0."), ("2", "Step 6."), ("3", "Step 10.")]
    assert changed_pages(lay_out_script(OLD), laid_out) == ("2",)


def test_a_page_of_which_nothing_is_left_is_carried_by_the_one_before() -> None:
    laid_out = lay_out_locked(script([*WORDS[:5], *WORDS[10:]]), LOCKS)
    assert first_words(laid_out) == [("1-2", "Step 0."), ("3", "Step 10.")]


def test_a_page_that_begins_within_a_speech_still_does() -> None:
    words = [*WORDS[:2], f"OREN: {SPEECH.strip()}", *WORDS[2:8]]
    old = script(words)
    plain = lay_out_script(old)
    locks = lock_pages(old, plain)
    assert locks[1].character > 0
    assert lay_out_locked(old, locks) == plain
    shorter = lay_out_locked(script([words[0], *words[2:]]), locks)
    assert first_words(shorter)[1] == first_words(plain)[1]
    assert [line.text for line in shorter.lines if line.role is not TypedRole.TEXT][:2] == [
        "(MORE)",
        "OREN (CONT'D)",
    ]


def test_locks_that_the_source_carries_are_honoured() -> None:
    def locked(number: str, at: int = 0) -> LineData:
        return LineData(locks=(WrittenLock(at=at, number=number),))

    marks = {0: locked("7"), 4: locked("7A"), 12: locked("8")}
    carried = replace(
        OLD,
        opening=tuple(
            replace(line, data=marks.get(index)) for index, line in enumerate(OLD.opening)
        ),
    )
    laid_out = lay_out_locked(carried, written_locks(carried))
    assert first_words(laid_out) == [
        ("7", "Step 0."),
        ("7A", "Step 4."),
        ("7B", "Step 9."),
        ("8", "Step 12."),
    ]
    assert written_locks(OLD) == ()


def test_a_draft_that_shares_nothing_is_numbered_from_one() -> None:
    laid_out = lay_out_locked(script(["Other words."]), LOCKS)
    assert laid_out.labels == ("1",)
    assert changed_pages(lay_out_script(OLD), laid_out) == ("1",)


def test_text_that_moved_up_does_not_drag_its_page_along() -> None:
    moved = script([*WORDS[10:], *WORDS[:10]])
    laid_out = lay_out_locked(moved, LOCKS)
    drawn = [line.text for line in laid_out.lines]
    assert drawn == [line.text for line in moved.lines]
    assert len(set(laid_out.labels)) == laid_out.pages


@pytest.mark.parametrize(
    ("lock", "labels"), [("10", ["1", "2", "10", "11"]), ("2", ["1", "1A", "2", "3"])]
)
def test_a_page_break_with_a_number_locks_what_follows_it(lock: str, labels: list[str]) -> None:
    rain = "Rain falls on the old town again.\n\n"
    text = f"INT. HALL - DAY\n\n{rain * 40}=== {lock}\n\nDust.\n\n{rain * 40}"
    found = FORMAT.read(text.encode(), "t.fountain").screenplay
    assert found is not None
    laid_out = lay_out_locked(found, written_locks(found))
    assert list(laid_out.labels) == labels
    assert ("Dust.", labels[2]) in {
        (line.text, laid_out.labels[line.page - 1]) for line in laid_out.lines
    }
