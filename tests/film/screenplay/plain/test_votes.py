from secondunit.film.screenplay.plain.rows import read_rows
from secondunit.film.screenplay.plain.votes import (
    Label,
    Votes,
    WordVotes,
    layout_scores,
    take_votes,
    words_of,
)

SPEECHES = "\n".join(
    f"{'':20}JUDE\n{'':10}It rings for you number {n:02}.\nHe walks over to bell number {n} there."
    for n in range(20)
)


def test_a_column_where_speech_stands_speaks_for_speech() -> None:
    rows = read_rows(SPEECHES)
    labels = [Label.CUE, Label.DIALOGUE, Label.ACTION] * 20
    ballot = take_votes(rows, labels, [1.0] * 60, [()] * 60, [0] * 60)
    for row, label in zip(rows[:3], labels, strict=False):
        scores = layout_scores(ballot, row)
        assert scores.index(max(scores)) == label
    assert ballot.names["JUDE"] == 20
    assert ballot.speech_width < 40


def test_where_all_rows_begin_alike_the_column_says_nothing() -> None:
    votes = Votes()
    for label in (Label.CUE, Label.DIALOGUE, Label.ACTION):
        votes.add(0, label, 1.0)
    assert all(abs(score) < 0.01 for score in votes.scores(0))
    assert votes.scores(40) == [0.0] * 6


def test_words_said_often_speak_for_speech() -> None:
    words = WordVotes()
    for _ in range(20):
        words.add(words_of("You promised me, Jude?"), is_said=True)
        words.add(words_of("The bell swings over the yard."), is_said=False)
    assert (
        words.score(words_of("You promised?")) > 1 > -1 > words.score(words_of("The bell swings."))
    )


def test_only_rows_broken_to_fit_tell_where_rows_are_broken() -> None:
    rows = read_rows(SPEECHES)
    ballot = take_votes(
        rows, [Label.CUE, Label.DIALOGUE, Label.DIALOGUE] * 20, [1.0] * 60, [()] * 60, [0] * 60
    )
    assert ballot.speech_rows == 27
    assert ballot.action_rows == float("inf")
