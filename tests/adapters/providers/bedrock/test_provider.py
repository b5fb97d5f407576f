"""What Bedrock alone does; what every provider does is in tests/contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contract.benches import Bench, open_bench

from secondunit.adapters.providers.bedrock.provider import make_provider
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import find_listed, offers_of
from secondunit.core.errors import NotConfigured, Refused
from secondunit.core.money import Money
from secondunit.film.generation.offers import find_offer
from secondunit.ports.provider import OrderState, Tools

TABLES = PackagedTables()
OFFERS = offers_of("bedrock", TABLES, "2026-01-01")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path, find_offer(OFFERS, "luma.ray-v2:0")) as opened:
        yield opened


def test_a_clip_is_written_into_the_bucket_of_the_account_and_fetched_from_there(
    bench: Bench,
) -> None:
    handle = bench.make().submit(bench.order(), "a-key", bench.media)
    assert bench.peer is not None
    sent = bench.peer.seen[0].json()
    assert sent["clientRequestToken"] == "a-key"
    assert sent["outputDataConfig"] == {"s3OutputDataConfig": {"s3Uri": "s3://bucket"}}
    bench.finished(handle)
    bench.make().fetch(handle)
    assert bench.peer.seen[-1].path == "/bucket/000000000000/output.mp4"


def test_without_a_bucket_no_clip_can_be_ordered(bench: Bench) -> None:
    assert bench.account is not None
    bench.account = replace(bench.account, settings={})
    with pytest.raises(NotConfigured, match="bucket"):
        bench.make().submit(bench.order(), "a-key", bench.media)


def test_a_clip_from_another_process_still_costs_what_was_sold(
    bench: Bench, tmp_path: Path
) -> None:
    handle = bench.make().submit(bench.order(), "a-key", bench.media)
    bench.finished(handle)
    assert bench.make().outcome(handle).cost == Money(minor=750)


@pytest.mark.parametrize("model", ["amazon.nova-canvas-v1:0", "amazon.nova-reel-v1:1"])
def test_nova_pictures_and_clips_are_refused_since_october_2026(model: str, tmp_path: Path) -> None:
    listed = find_listed("bedrock", model, TABLES, "2026-10-01")
    with open_bench(tmp_path, listed.offer) as bench:
        with pytest.raises(Refused, match="ended on 2026-09-30"):
            bench.make().submit(bench.order(), "a-key", bench.media)
        assert bench.peer is not None
        assert bench.peer.seen == []


def test_what_cannot_be_stopped_runs_on(bench: Bench) -> None:
    handle = bench.make().submit(bench.order(), "a-key", bench.media)
    bench.make().cancel(handle)
    assert bench.make().outcome(handle).state is OrderState.RUNNING


def test_a_model_of_no_known_form_is_told() -> None:
    offer = replace(OFFERS.models[0], settings={"form": "sonnet"})
    with pytest.raises(NotConfigured, match="form"):
        make_provider(Tools(tables=TABLES, offer=offer))
