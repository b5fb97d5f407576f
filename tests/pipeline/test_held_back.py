import pytest

from secondunit.core.errors import RightsNotCleared
from secondunit.film.rights.records.papers import Quarantine
from secondunit.film.rights.records.register import Register, with_record
from secondunit.pipeline.held_back import held_picks, require_free
from secondunit.pipeline.queries import View


def test_a_take_that_is_held_back_is_neither_picked_nor_delivered(production: View) -> None:
    take = production.values("generation.pick")[0]
    held = with_record(Register(), Quarantine(digests=(take.media.digest,)))
    with pytest.raises(RightsNotCleared, match=f"take {take.number} is held back") as caught:
        require_free(take, held)
    assert take.media.digest in caught.value.remedy
    assert held_picks(production, held) == (
        f"Take {take.number}: is held back, a consent it rests on has ended (R11)",
    )


def test_a_take_that_is_free_is_used(production: View) -> None:
    take = production.values("generation.pick")[0]
    require_free(take, Register())
    assert held_picks(production, Register()) == ()
