"""Reading with the collector of garbage at rest."""

from __future__ import annotations

import gc

import pytest

from secondunit.adapters.collector import resting_collector
from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fdx.format import FdxFormat
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.fountain import FountainFormat


def test_the_collector_rests_inside_and_works_again_after() -> None:
    with resting_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_when_reading_fails() -> None:
    with pytest.raises(ValueError, match="torn"), resting_collector():
        raise ValueError("torn")
    assert gc.isenabled()


def test_a_collector_that_was_at_rest_stays_so() -> None:
    gc.disable()
    try:
        with resting_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_after_a_script_or_a_broken_file_was_read_it_is_at_work() -> None:
    FOUNTAIN.read(b"INT. HALL - DAY\n\nMina waits.\n", "a.fountain")
    FDX.read(b"<FinalDraft><Content>", "broken.fdx")
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("reader", "script"),
    [
        (FOUNTAIN, b"INT. HALL - DAY\n\nMina waits.\n" * 50),
        (
            FDX,
            b"<FinalDraft><Content>"
            + b'<Paragraph Type="Action"><Text>Mina waits.</Text></Paragraph>' * 50
            + b"</Content></FinalDraft>",
        ),
    ],
)
def test_a_read_file_leaves_nothing_for_the_collector(
    reader: FountainFormat | FdxFormat, script: bytes
) -> None:
    reader.read(script, "script")
    gc.collect()
    with resting_collector():
        reader.read(script, "script")
        assert gc.collect() < 50  # fewer than its paragraphs
