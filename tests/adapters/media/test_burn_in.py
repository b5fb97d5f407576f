from __future__ import annotations

import numpy as np
import pytest

from secondunit.adapters.media.burn_in import burn
from secondunit.film.cut.model import BurnIn

PAPER = np.full((270, 480, 3), (230, 226, 216), dtype=np.uint8)
FIELDS = BurnIn(scene="12 INT. BELL HOUSE", shot="12A", framing="MCU · 50 mm", duration="3:12")


def band(picture: np.ndarray) -> np.ndarray:
    return picture[-17:].astype(int)


def test_only_the_lower_band_is_written_on() -> None:
    done = burn(PAPER, FIELDS)
    assert np.array_equal(done[:250], PAPER[:250])
    assert band(done).mean() < 110
    assert (PAPER == 230).any()


@pytest.mark.parametrize(
    "other",
    [
        BurnIn(scene="13 EXT. YARD", shot="12A", framing="MCU · 50 mm", duration="3:12"),
        BurnIn(scene="12 INT. BELL HOUSE", shot="12B", framing="MCU · 50 mm", duration="3:12"),
        BurnIn(scene="12 INT. BELL HOUSE", shot="12A", framing="CU · 85 mm", duration="3:12"),
        BurnIn(scene="12 INT. BELL HOUSE", shot="12A", framing="MCU · 50 mm", duration="4:00"),
    ],
)
def test_every_field_is_seen(other: BurnIn) -> None:
    assert not np.array_equal(burn(PAPER, FIELDS), burn(PAPER, other))


def test_a_proposal_says_so_in_its_own_colour() -> None:
    done = band(burn(PAPER, FIELDS, status="PROPOSED"))
    orange = (done[..., 0] > 180) & (done[..., 2] < 120)
    assert orange.sum() > 40
    plain = band(burn(PAPER, FIELDS))
    assert not ((plain[..., 0] > 180) & (plain[..., 2] < 120)).any()


@pytest.mark.parametrize(
    "scene", ["", "ŁÓDŹ – ΑΘΗΝΑ – МОСКВА", "中文", "\U0001f600\n\tx", "W" * 400]
)
def test_any_text_can_be_burnt_in(scene: str) -> None:
    fields = BurnIn(scene=scene, shot="1", framing="WS", duration="1:00")
    done = burn(PAPER, fields, title=scene, status="PROPOSED")
    assert done.shape == PAPER.shape
    assert np.array_equal(done, burn(PAPER, fields, title=scene, status="PROPOSED"))


def test_a_long_heading_never_runs_over_the_status() -> None:
    fields = BurnIn(scene="W" * 400, shot="1", framing="WS", duration="1:00")
    long, short = (
        band(burn(PAPER, each, status="PROPOSED"))[:, -52:]
        for each in (fields, BurnIn(scene="", shot="1", framing="WS", duration="1:00"))
    )
    assert np.array_equal(long, short)
