"""What Runway alone does; what every provider does is in tests/contract."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.contract.benches import Bench, open_bench
from tests.contract.peers.runway import RunwayPeer
from tests.contract.samples import named

from secondunit.adapters.providers.runway import MOST_BYTES, make_provider
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import offers_of
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Refused
from secondunit.core.ids import digest_bytes
from secondunit.core.money import Money
from secondunit.core.timecode import Frames
from secondunit.film.generation.model import Control, LifeStage
from secondunit.film.generation.offers import find_offer
from secondunit.ports.provider import OrderState, Tools

OFFERS = offers_of("runway", PackagedTables(), "2026-11-25")


@pytest.fixture
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path, find_offer(OFFERS, request.param)) as opened:
        yield opened


@pytest.mark.parametrize("bench", ["gen4.5"], indirect=True)
def test_without_a_frame_an_order_goes_where_words_alone_are_taken(bench: Bench) -> None:
    order = bench.order(controls=(Control.PROMPT,))
    bench.make().submit(order, "key", bench.media)
    assert bench.peer is not None
    assert bench.peer.seen[0].path == "/v1/text_to_video"
    body = bench.peer.seen[0].json()
    assert body == {
        "model": "gen4.5",
        "promptText": "A wide shot.",
        "ratio": "1280:720",
        "duration": 2,
    }


@pytest.mark.parametrize("bench", ["veo3.1"], indirect=True)
def test_first_and_last_frame_go_with_their_places_and_no_sound_is_bought(bench: Bench) -> None:
    bench.make().submit(bench.order(), "key", bench.media)
    assert bench.peer is not None
    body = bench.peer.seen[0].json()
    assert [each["position"] for each in body["promptImage"]] == ["first", "last"]
    assert body["audio"] is False


@pytest.mark.parametrize("bench", ["gen4_turbo"], indirect=True)
def test_a_shot_pays_for_the_whole_seconds_that_hold_it(bench: Bench) -> None:
    order = replace(bench.order(), duration=Frames(77))
    assert bench.make().estimate(order) == Money(minor=20)
    bench.make().submit(order, "key", bench.media)
    assert bench.peer is not None
    assert bench.peer.seen[0].json()["duration"] == 4


@pytest.mark.parametrize("bench", ["gen4_turbo"], indirect=True)
def test_a_picture_too_large_for_a_request_is_refused_before_it_is_sent(bench: Bench) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (1300, 1600, 3), np.uint8)
    out = io.BytesIO()
    Image.fromarray(noise).save(out, "PNG", compress_level=0)
    large = out.getvalue()
    assert len(large) > MOST_BYTES
    order = replace(bench.order(), first_frame=digest_bytes(large))
    with pytest.raises(Refused, match="bytes"):
        bench.make().submit(order, "key", named(large))
    assert bench.peer is not None
    assert bench.peer.seen == []


@pytest.mark.parametrize("bench", ["gen4_turbo"], indirect=True)
def test_an_order_that_runs_is_charged_though_it_is_cancelled(bench: Bench) -> None:
    handle = bench.make().submit(bench.order(), "key", bench.media)
    assert bench.make().poll(handle) is OrderState.RUNNING
    bench.make().poll(handle)  # it ends here: cancelling changes nothing
    again = bench.make().submit(bench.order(), "key-2", bench.media)
    bench.make().cancel(again)
    assert bench.make().outcome(again).state is OrderState.CANCELLED
    assert bench.make().outcome(again).cost == Money(minor=10)


@pytest.mark.parametrize("bench", ["gen4_turbo"], indirect=True)
def test_a_state_nobody_knows_is_told(bench: Bench) -> None:
    handle = bench.make().submit(bench.order(), "key", bench.media)
    assert isinstance(bench.peer, RunwayPeer)
    bench.peer.tasks[handle]["status"] = "DREAMING"
    with pytest.raises(AnswerUnreadable, match="DREAMING"):
        bench.make().poll(handle)


def test_a_model_that_left_its_sdk_has_ended_and_names_another() -> None:
    old = find_offer(OFFERS, "gen4_aleph").provider.lifecycle
    assert (old.stage, old.successor) == (LifeStage.ENDED, "runway aleph2")


def test_without_a_model_there_is_no_provider() -> None:
    with pytest.raises(NotConfigured, match="no model"):
        make_provider(Tools(tables=PackagedTables()))
