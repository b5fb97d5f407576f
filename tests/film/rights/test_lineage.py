from secondunit.core.ids import digest
from secondunit.film.rights.lineage import (
    ancestry,
    class_of,
    descendants,
    likenesses_of,
    showing,
)
from secondunit.film.rights.model import AssetClass
from secondunit.film.rights.records.papers import AssetNote

SCAN, BOARD, TAKE, GRADE = (digest(name) for name in ("scan", "board", "take", "grade"))
NOTES = {
    note.digest: note
    for note in (
        AssetNote(digest=SCAN, declared=AssetClass.INTERNAL, likenesses=("ana",)),
        AssetNote(digest=BOARD, declared=AssetClass.PUBLIC),
        AssetNote(digest=TAKE, declared=AssetClass.PUBLIC, parents=(SCAN, BOARD)),
        AssetNote(digest=GRADE, declared=AssetClass.PUBLIC, parents=(TAKE,)),
    )
}


def test_what_is_made_of_several_things_has_the_highest_class_and_every_likeness() -> None:
    assert class_of(BOARD, NOTES, AssetClass.PUBLIC) is AssetClass.PUBLIC
    assert class_of(GRADE, NOTES, AssetClass.PUBLIC) is AssetClass.BIOMETRIC
    assert likenesses_of(GRADE, NOTES) == ("ana",)
    assert set(ancestry(GRADE, NOTES)) == {SCAN, BOARD, TAKE, GRADE}


def test_a_declared_class_is_never_lowered() -> None:
    assert class_of(BOARD, NOTES, AssetClass.SEALED) is AssetClass.SEALED
    assert class_of(digest("unknown"), NOTES, AssetClass.INTERNAL) is AssetClass.INTERNAL


def test_everything_that_shows_somebody_is_listed_with_all_made_from_it() -> None:
    assert showing("ana", NOTES) == (SCAN, TAKE, GRADE)
    assert showing("ben", NOTES) == ()


def test_a_circle_of_parents_ends() -> None:
    circle = {
        SCAN: AssetNote(digest=SCAN, parents=(TAKE,), likenesses=("ana",)),
        TAKE: AssetNote(digest=TAKE, parents=(SCAN,)),
    }
    assert set(ancestry(SCAN, circle)) == set(descendants((SCAN,), circle)) == {SCAN, TAKE}


def test_a_graph_of_ten_thousand_things_is_walked_once() -> None:
    names = [digest(number) for number in range(10_000)]
    notes = {
        name: AssetNote(
            digest=name,
            likenesses=("ana",) if number == 0 else (),
            parents=tuple(names[max(0, number - 3) : number]),
        )
        for number, name in enumerate(names)
    }
    assert len(showing("ana", notes)) == 10_000
    assert len(ancestry(names[-1], notes)) == 10_000
