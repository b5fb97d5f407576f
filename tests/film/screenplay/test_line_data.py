from secondunit.film.screenplay.line_data import (
    Deletion,
    LineData,
    RevisedSpan,
    TaggedSpan,
    WrittenLock,
)


def test_everything_moves_with_the_words_and_what_becomes_empty_is_gone() -> None:
    data = LineData(
        key="k",
        revised=(RevisedSpan(start=0, end=2, revision=1), RevisedSpan(start=2, end=9, revision=2)),
        tagged=(TaggedSpan(start=4, end=6, tag=7),),
        deleted=(Deletion(at=5, revision=1),),
        locks=(WrittenLock(at=3, number="12A"),),
    )
    moved = data.moved(lambda at: max(at - 2, 0))
    assert [(s.start, s.end, s.revision) for s in moved.revised] == [(0, 7, 2)]
    assert [(s.start, s.end) for s in moved.tagged] == [(2, 4)]
    assert (moved.deleted[0].at, moved.locks[0].at, moved.key) == (3, 1, "k")
