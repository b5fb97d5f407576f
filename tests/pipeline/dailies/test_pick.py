from dataclasses import replace

import pytest
from tests.pipeline.dailies.test_picks import KIM, again, chosen, first_order, make, score, view
from tests.pipeline.stand_ins import SIGN_OFF

from secondunit.core.errors import InputError, NotFound, RoleMayNotSign
from secondunit.pipeline.dailies.pick import pick_take, unpick
from secondunit.pipeline.dailies.picks import picks
from secondunit.pipeline.queries import View

__all__ = ["first_order", "view"]


def test_a_pick_taken_back_is_not_proposed_again(view: View) -> None:
    slate = make(view, 2)
    again(view)
    pick_take(view, SIGN_OFF, slate, KIM)
    unpick(view, SIGN_OFF, slate, KIM)
    again(view)
    row = next(each for each in view.standing("generation.pick") if each.fact)
    assert row.value is None
    assert row.proposed is not None
    assert row.proposed.fact.provider == "stand-in"
    pick_take(view, SIGN_OFF, slate, KIM)
    again(view)
    assert chosen(view).number == slate


def test_an_amended_pick_taken_back_refuses_the_take_that_was_chosen(view: View) -> None:
    score(view, make(view, 2), 0.9)
    slate = make(view, 3)
    again(view)
    pick_take(view, SIGN_OFF, slate, KIM)
    unpick(view, SIGN_OFF, slate, KIM)
    again(view)
    row = next(each for each in view.standing("generation.pick") if each.fact)
    assert row.proposed is not None
    assert row.proposed.fact.number == "1A-2"


def test_a_take_is_picked_for_the_shot_that_took_its_place(view: View) -> None:
    slate = make(view, 2)
    again(view)
    other = view.values("shots.shot_list")[1]
    pick_take(view, SIGN_OFF, slate, KIM, instead=other.number)
    assert picks(view)[other.id].value.number == slate
    assert chosen(view).number == slate  # the best of its own shot, too


def test_a_pick_needs_a_known_take_a_name_and_the_right_role(view: View) -> None:
    slate = make(view, 2)
    again(view)
    with pytest.raises(NotFound, match="no take “9Z-1”"):
        pick_take(view, SIGN_OFF, "9Z-1", KIM)
    with pytest.raises(RoleMayNotSign):
        pick_take(view, SIGN_OFF, slate, replace(KIM, role="writer"))
    with pytest.raises(InputError, match="name"):
        pick_take(view, SIGN_OFF, slate, replace(KIM, by=" "))
    with pytest.raises(NotFound, match="nobody has picked"):
        unpick(view, SIGN_OFF, slate, KIM)
