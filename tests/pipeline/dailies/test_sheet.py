from tests.pipeline.dailies.take_bin import ordered
from tests.pipeline.dailies.test_picks import again, first_order, make, view
from tests.pipeline.dailies.test_score import Projects, screening
from tests.pipeline.stand_ins import SIGN_OFF

from secondunit.pipeline.dailies.listing import shots_named
from secondunit.pipeline.dailies.pick import pick_take
from secondunit.pipeline.dailies.score import score_takes
from secondunit.pipeline.dailies.sheet import take_sheet
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.queries import View
from secondunit.ports.take_bin import TakeState

__all__ = ["view"]


def test_the_sheet_shows_every_take_best_first_with_what_a_person_must_look_at(view: View) -> None:
    for number in (2, 3):
        make(view, number)
    list(score_takes(view, shots_named(view, "1A"), screening()))
    bin_ = view.office.bin
    assert bin_ is not None
    bin_.add([ordered(first_order(view), 5, None, state=TakeState.REFUSED, note="moderated")])
    again(view)
    pick_take(view, SIGN_OFF, "1A-3", Signature(by="Kim Oduya", role="director", reason=""))
    (shot,) = take_sheet(view, shots_named(view, "1A"), Projects()).shots
    assert [take.slate for take in shot.takes] == ["1A-3", "1A-2", "1A-1", "1A-5"]
    best, missing, own, refused = shot.takes
    assert best.headline.startswith("as ordered: ")
    assert best.pick == "PICKED by Kim Oduya (director)"
    assert "identity" in best.note
    assert missing.hard
    assert missing.headline == "person missing"
    assert own.headline == "made by the studio"
    assert (refused.headline, refused.note) == ("refused", "moderated")


def test_the_words_of_the_script_are_not_on_the_sheet(view: View) -> None:
    shots = take_sheet(view, shots_named(view, ""), Projects()).shots
    assert shots
    assert not any("soup" in shot.asked or "MINA" in shot.asked for shot in shots)
