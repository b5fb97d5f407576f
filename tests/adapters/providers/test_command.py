"""What a program alone does; what every provider does is in tests/contract."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contract.benches import PROGRAM, Bench, open_bench

from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import offers_of
from secondunit.core.errors import NotConfigured
from secondunit.core.money import FREE, Money
from secondunit.film.generation.offers import find_offer
from secondunit.ports.provider import OrderState

OFFER = find_offer(offers_of("command", PackagedTables(), "2026-11-25"), "clip")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path, OFFER) as opened:
        yield opened


def behaving(bench: Bench, program: str, seconds: str = "30") -> str:
    assert bench.account is not None
    settings = {"program": program, "seconds": seconds}
    bench.account = replace(bench.account, settings=settings)
    return bench.make().submit(bench.order(), "key", bench.media)


def room(bench: Bench) -> Path:
    return next(bench.folder.glob("command/*/room"))


def test_a_program_is_told_the_order_and_given_its_files_and_nothing_of_our_environment(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_SECRET_KEY", "sesame")
    handle = bench.make().submit(bench.order(), "key", bench.media)
    assert bench.make().poll(handle) is OrderState.DONE
    asked = json.loads((room(bench) / "asked.json").read_text())
    assert (asked["contract"], asked["frames"], asked["rate"]) == (1, 6, [24, 1])
    assert (room(bench) / asked["files"]["first-frame"]).is_file()
    given = set(json.loads((room(bench) / "environment.json").read_text()))
    assert "SOME_SECRET_KEY" not in given
    assert "PATH" in given


def test_a_program_that_fails_is_told_with_its_last_words(bench: Bench) -> None:
    handle = behaving(bench, f"{sys.executable} {PROGRAM} fails")
    outcome = bench.make().outcome(handle)
    assert outcome.state is OrderState.FAILED
    assert "out of memory" in outcome.note
    assert outcome.cost == FREE


def test_a_program_may_refuse_and_say_what_that_cost(bench: Bench) -> None:
    handle = behaving(bench, f"{sys.executable} {PROGRAM} refuses")
    outcome = bench.make().outcome(handle)
    assert (outcome.state, outcome.note) == (OrderState.REFUSED, "not this")
    assert outcome.cost == Money(minor=10)


def test_a_program_that_takes_too_long_is_ended(bench: Bench) -> None:
    handle = behaving(bench, f"{sys.executable} {PROGRAM} sleeps", seconds="1")
    assert "more than 1 s" in bench.make().outcome(handle).note


def test_a_program_that_says_no_json_failed(bench: Bench) -> None:
    handle = behaving(bench, f"{sys.executable} {PROGRAM} mumbles")
    assert "no JSON object" in bench.make().outcome(handle).note


def test_a_take_that_was_begun_and_never_ended_is_made_anew(bench: Bench) -> None:
    handle = bench.make().submit(bench.order(), "key", bench.media)
    half = bench.folder / "command" / handle / "room"
    half.mkdir()
    (half / "take.mp4").write_bytes(b"half a cl")
    assert bench.make().poll(handle) is OrderState.DONE
    assert bench.make().fetch(handle).frames == 6


@pytest.mark.parametrize(
    ("program", "seconds", "message"),
    [("", "9", "no program"), ("/no/such/program", "9", "not there"), ("cat", "soon", "soon")],
)
def test_a_program_that_cannot_be_run_is_told_before_it_is_ordered_from(
    bench: Bench, program: str, seconds: str, message: str
) -> None:
    with pytest.raises(NotConfigured, match=message) as caught:
        behaving(bench, program, seconds)
    assert "accounts.toml" in caught.value.remedy
