from tests.film.schedule.builder import (
    make_board,
    make_need,
    make_problem,
    make_unit,
    sc,
    unit_days,
    with_units,
)

from secondunit.film.schedule.check import price_board
from secondunit.film.schedule.model import Shift
from secondunit.film.schedule.units.price import joint_shares


def test_other_code_prices_a_board_of_two_units_to_the_same_cent() -> None:
    second = make_unit(scenes=sc(2, 3))
    plain = make_problem(make_need(1), make_need(2, place="PIER"), make_need(3, cast=(2,)))
    problem = with_units(plain, second)
    main = make_board(problem, ("2027-01-04", Shift.DAY, (1,)))
    board = unit_days(main, problem, "second", ("2027-01-05", (2, 3)))
    shares = price_board(problem, board)
    # 1 crew day, 2 places, a move, 2 set-ups of the second unit
    assert {share.key: share.amount.minor for share in shares}["unit-second"] == 3_200_000
    # ROLE 1 on two dates, ROLE 2 on one
    assert {share.key: share.amount.minor for share in shares}["cast"] == 400_000
    own = [share for share in shares if share.key != "unit-second"]
    parts = {"": own, "second": [share for share in shares if share.key == "unit-second"]}
    assert joint_shares(problem, board, parts) == shares


def test_a_unit_that_shoots_nothing_has_no_share() -> None:
    problem = with_units(make_problem(make_need(1)), make_unit(may=((sc(1)[0], "insert"),)))
    board = make_board(problem, ("2027-01-04", Shift.DAY, (1,)))
    shares = joint_shares(problem, board, {"": board.shares, "second": ()})
    assert [share.key for share in shares if share.key.startswith("unit-")] == []
