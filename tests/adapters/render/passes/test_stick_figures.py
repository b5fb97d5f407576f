import numpy as np

from secondunit.adapters.render.passes.pose import Hidden, Person
from secondunit.adapters.render.passes.stick_figures import draw_people


def person(hidden: Hidden = Hidden.BY_NOTHING) -> Person:
    places = np.array([(100.0 + 10 * (i % 6), 40.0 + 8 * i) for i in range(18)])
    return Person(label="figure-01", places=places, depths=np.full(18, 3.0), hidden=(hidden,) * 18)


def test_nobody_is_black() -> None:
    assert not draw_people([], 320, 180).any()


def test_a_joint_is_drawn_in_its_colour_where_it_is() -> None:
    drawn = draw_people([person()], 320, 180)
    x, y = person().places[0]
    assert drawn.shape == (180, 320, 3)
    assert drawn[int(y), int(x)].tolist() == [255, 0, 0]


def test_what_is_behind_its_own_body_is_drawn_and_what_is_behind_a_thing_is_not() -> None:
    assert draw_people([person(Hidden.BY_ITSELF)], 320, 180).any()
    assert not draw_people([person(Hidden.BY_ANOTHER)], 320, 180).any()
    assert not draw_people([person(Hidden.OUT_OF_FRAME)], 320, 180).any()


def test_a_hidden_joint_takes_its_limbs_with_it() -> None:
    whole = person()
    whole.places[3], whole.places[4] = (250.0, 60.0), (250.0, 150.0)  # elbow and wrist, far out
    hidden = list(whole.hidden)
    hidden[3] = Hidden.BY_ANOTHER
    part = Person(label="", places=whole.places, depths=whole.depths, hidden=tuple(hidden))
    assert draw_people([whole], 320, 180)[105, 250].any()
    drawn = draw_people([part], 320, 180)
    assert not drawn[105, 250].any()
    assert drawn[150, 250].any()
