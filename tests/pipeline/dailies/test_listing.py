from dataclasses import replace

import pytest
from tests.pipeline.dailies.take_bin import ordered
from tests.pipeline.dailies.test_picks import again, first_order, make, score, view

from secondunit.core.errors import NotFound
from secondunit.film.generation.scoring.model import Fault
from secondunit.pipeline.dailies.listing import list_takes, shots_named
from secondunit.pipeline.queries import View
from secondunit.ports.take_bin import TakeState

__all__ = ["view"]


def test_takes_are_listed_best_first_and_none_is_left_out(view: View) -> None:
    score(view, make(view, 2), 0.9, Fault.EXTRA)
    score(view, make(view, 3), 0.4)
    make(view, 4)
    score(view, make(view, 5), 0.8)
    bin_, order = view.office.bin, first_order(view)
    assert bin_ is not None
    refused = ordered(order, 6, None, state=TakeState.REFUSED, note="moderated: a face")
    bin_.add([refused, ordered(order, 7, None)])
    rows = list_takes(view, shots_named(view, "1a"))
    assert [row.slate for row in rows] == [
        "1A-5", "1A-3", "1A-4", "1A-2", "1A-1", "1A-7", "1A-6",
    ]  # fmt: skip
    assert rows[-1].note == "moderated: a face"
    assert rows[4].by == "studio"


def test_the_list_says_which_take_is_proposed(view: View) -> None:
    score(view, make(view, 2), 0.9)
    again(view)
    rows = list_takes(view, shots_named(view, ""))
    assert rows[0].pick == "proposed"
    assert replace(rows[1]).pick == ""


def test_an_unknown_shot_is_refused_with_some_that_there_are(view: View) -> None:
    with pytest.raises(NotFound, match="no shot “99Z”") as refused:
        shots_named(view, "99Z")
    assert "1A" in refused.value.remedy
