from dataclasses import replace
from pathlib import Path

import pytest
from tests.pipeline.dailies.take_bin import MemoryBin, ordered
from tests.pipeline.stand_ins import SCRIPT, SIGN_OFF, open_production, read, run_through, sign

from secondunit.core.ids import Digest, canonical_json
from secondunit.film.generation.model import Order, Take
from secondunit.film.generation.scoring.model import Aspect, Fault, Score, TakeScores
from secondunit.pipeline.catalogue import entry_of
from secondunit.pipeline.dailies.pick import find_take, pick_take
from secondunit.pipeline.dailies.picks import picks
from secondunit.pipeline.draft import add_draft
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.queries import State, View
from secondunit.pipeline.run import run_stage

KIM = Signature(by="Kim Oduya", role="director", reason="her eyes")


@pytest.fixture
def view(tmp_path: Path) -> View:
    """A production whose bin is empty."""
    opened = open_production(tmp_path / "p")
    opened.office = replace(opened.office, bin=MemoryBin())
    add_draft(opened, *read(SCRIPT), by="Lea Roy")
    run_through(opened, tmp_path / "p")
    return opened


def first_order(view: View) -> Order:
    found: Order = view.values("generation.order")[0]
    return found


def make(view: View, take: int, order: Order | None = None, **more: object) -> str:
    """A take in the bin; its slate."""
    order = order or first_order(view)
    media = view.office.media.store_media(f"{order.duration} take {take}".encode(), "video/mp4", "")
    each = ordered(order, take, media, **more)
    assert view.office.bin is not None
    view.office.bin.add([each])
    return each.slate


def score(view: View, slate: str, probability: float, *faults: Fault) -> None:
    bin_ = view.office.bin
    assert bin_ is not None
    each = next(found for found in bin_.takes() if found.slate == slate)
    scores = TakeScores(
        take=each.key,
        media=each.media.digest if each.media else Digest(""),
        scorer="test",
        calibration="test",
        frames=(0,),
        scores=(Score(aspect=Aspect.FRAMING, value=probability, said="as asked", faults=faults),),
        probability=probability,
    )
    kept = view.office.media.store_media(canonical_json(scores), "application/json", "scores.json")
    bin_.put(replace(each, scores=kept.digest))


def again(view: View) -> None:
    """Run the stage of picks, as the next produce does."""
    run_stage(view, entry_of("generation.pick"), lambda _done, _asked: None)


def chosen(view: View) -> Take:
    found: Take = picks(view)[first_order(view).shot].value
    return found


def test_a_take_that_scores_well_is_proposed_with_its_scores_as_evidence(view: View) -> None:
    for number, probability in ((2, 0.4), (3, 0.9), (4, 0.6)):
        score(view, make(view, number), probability)
    again(view)
    row = picks(view)[first_order(view).shot]
    assert row.value.number == "1A-3"
    assert row.proposed is not None
    assert row.proposed.confidence == 0.9
    assert any("framing: as asked" in each.rule for each in row.proposed.evidence)


def test_a_take_with_a_hard_fault_is_never_proposed_and_stays_in_the_bin(view: View) -> None:
    score(view, make(view, 2), 0.99, Fault.MISSING)
    again(view)
    assert chosen(view).provider == "stand-in"
    assert find_take(view, "1A-2").number == "1A-2"


def test_what_a_person_picks_is_used_at_once_and_outlives_better_takes(view: View) -> None:
    slate = make(view, 2)
    again(view)
    picked = pick_take(view, SIGN_OFF, slate, KIM)
    assert (picked.fact.by, picked.fact.reason, picked.shot) == ("Kim Oduya", "her eyes", "1A")
    score(view, make(view, 3), 0.99)
    again(view)
    row = picks(view)[first_order(view).shot]
    assert (row.value.number, row.state) == ("1A-2", State.ACCEPTED)


def test_another_take_than_the_proposed_one_is_picked_by_amending_it(view: View) -> None:
    score(view, make(view, 2), 0.9)
    slate = make(view, 3)
    again(view)
    pick_take(view, SIGN_OFF, slate, replace(KIM, reason=""))
    row = picks(view)[first_order(view).shot]
    assert (row.value.number, row.state) == ("1A-3", State.AMENDED)
    assert row.fact is not None
    assert row.fact.reason == "picked in dailies"
    score(view, make(view, 4), 0.99)
    again(view)
    assert picks(view)[first_order(view).shot].state is State.AMENDED


def test_a_revised_script_never_loses_a_pick(view: View, tmp_path: Path) -> None:
    slate = make(view, 2)
    again(view)
    pick_take(view, SIGN_OFF, slate, KIM)
    longer = SCRIPT.replace(b"Come in, the soup", b"Come in now, all of you, the soup")
    add_draft(view, *read(longer, "blue.fountain"), by="Lea Roy")
    view.look_through(view.office.records.drafts()[-1])
    for stage in view.shapes:
        view.refresh(stage)
    run_through(view, tmp_path / "p")
    assert chosen(view).number == "1A-2"
    assert picks(view)[first_order(view).shot].fact is not None


def test_a_pick_whose_shot_became_longer_stands_and_is_named(view: View) -> None:
    order = first_order(view)
    slate = make(view, 2, frames=order.duration - 1)
    again(view)
    pick_take(view, SIGN_OFF, slate, KIM)
    again(view)
    assert chosen(view).number == slate
    (finding,) = [each for each in view.findings("generation.pick") if "outdated" in each.rule]
    assert finding.where == "pick 1A-2"


def test_accepting_the_proposal_like_any_other_item_keeps_it_too(view: View) -> None:
    score(view, make(view, 2), 0.5)
    again(view)
    sign(view, "accept", "generation.pick")
    score(view, make(view, 3), 0.9)
    again(view)
    assert chosen(view).number == "1A-2"
