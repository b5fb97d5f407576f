from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.film.schedule.builder import make_board, make_need, make_timed

from secondunit.film.schedule.checking.diary import keep_diary
from secondunit.film.schedule.day_times import times_of
from secondunit.film.schedule.model import Light, Shift


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 20), st.sampled_from("ABC")), min_size=1, max_size=6))
def test_the_checkers_diary_and_the_printed_hours_agree(day: list[tuple[int, str]]) -> None:
    """Two reckonings that share no code."""
    scenes = sorted(day, key=lambda scene: scene[1])
    needs = [make_need(n, eighths=e, place=p) for n, (e, p) in enumerate(scenes, start=1)]
    problem = make_timed(*needs)
    board = make_board(problem, ("2027-01-11", Shift.DAY, tuple(range(1, len(needs) + 1))))
    (page,) = keep_diary(problem, board.days)
    times = times_of(problem, board.days[0])
    assert times is not None
    assert int(page.wrap.timestamp()) // 60 == times.wrap
    spans = [tuple(int(at.timestamp()) // 60 for at in span) for _, span in page.shots]
    assert spans == [(row.start, row.end) for row in times.scenes]
    assert [int(at.timestamp()) // 60 for at in page.meals] == [meal for meal, _ in times.meals]


def test_a_night_over_which_clocks_go_forward_wraps_after_the_hours_it_has() -> None:
    problem = make_timed(make_need(1, eighths=24, light=Light.NIGHT))
    board = make_board(problem, ("2027-03-13", Shift.NIGHT, (1,)))
    (page,) = keep_diary(problem, board.days)
    assert page.wrap - page.call == timedelta(minutes=45 + 360 + 60 + 15)
