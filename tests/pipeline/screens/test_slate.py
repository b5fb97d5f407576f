from secondunit.adapters.tables import PackagedTables
from secondunit.film.review.sign_off import read_matrix
from secondunit.pipeline.queries import View
from secondunit.pipeline.screens.slate import Mark, title_card

MATRIX = read_matrix(PackagedTables().fetch_table("sign_off.toml"))


def test_a_card_counts_what_waits_for_anybody_and_for_the_visitor(production: View) -> None:
    card = title_card(production, MATRIX, ["1st-ad"])
    assert card.open > card.mine > 0
    assert card.days == len(production.one("schedule.solve").days)
    marks = {stage.key: stage for stage in card.stages}
    assert marks["breakdown.tag"].mark is Mark.PROPOSED
    assert marks["breakdown.tag"].mine
    assert not marks["shots.shot_list"].mine
    assert marks["shots.board"].open == 0


def test_a_card_of_somebody_without_a_role_has_nothing_for_them(production: View) -> None:
    assert title_card(production, MATRIX, []).mine == 0
