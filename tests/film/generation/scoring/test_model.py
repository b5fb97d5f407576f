from secondunit.core.ids import Digest, canonical_json, read_json
from secondunit.film.generation.scoring.model import (
    Aspect,
    Fault,
    Score,
    TakeScores,
    not_assessed,
)


def scores() -> TakeScores:
    return TakeScores(
        take=Digest("a"),
        media=Digest("b"),
        scorer="1",
        calibration="today",
        frames=(0,),
        scores=(
            Score(aspect=Aspect.TECHNICAL, value=1.0, said="24 frames", faults=(Fault.BANDING,)),
            Score(aspect=Aspect.BLOCKING, value=0.1, said="one too many", faults=(Fault.EXTRA,)),
            not_assessed(Aspect.IDENTITY, "no embedder is configured"),
        ),
    )


def test_only_what_no_grade_or_trim_can_mend_is_hard() -> None:
    assert scores().faults == (Fault.BANDING, Fault.EXTRA)
    assert scores().hard == (Fault.EXTRA,)


def test_what_nobody_looked_at_is_named_and_never_a_number() -> None:
    assert scores().unassessed == (Aspect.IDENTITY,)
    assert scores().score(Aspect.IDENTITY).said.startswith("not assessed: no embedder")
    assert scores().score(Aspect.STYLE).value is None


def test_scores_are_read_back_as_they_were_kept() -> None:
    assert read_json(canonical_json(scores()), TakeScores) == scores()
