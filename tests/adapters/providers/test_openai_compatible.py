"""What servers of this shape alone do; what every provider does is in tests/contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.contract.benches import Bench, open_bench
from tests.contract.peers.openai_compatible import OpenAIPeer

from secondunit.adapters.providers.openai_compatible import make_provider
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import find_listed, offers_of
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Refused
from secondunit.core.money import Money
from secondunit.film.generation.model import Control
from secondunit.film.generation.offers import find_offer
from secondunit.ports.provider import OrderState, Tools

TABLES = PackagedTables()
OFFERS = offers_of("openai_compatible", TABLES, "2026-01-01")


@pytest.fixture
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path, find_offer(OFFERS, request.param)) as opened:
        yield opened


@pytest.mark.parametrize("bench", ["picture"], indirect=True)
def test_words_alone_make_a_picture_and_pictures_are_edited(bench: Bench) -> None:
    bench.make().submit(bench.order(controls=(Control.PROMPT,)), "a", bench.media)
    bench.make().submit(bench.order(), "b", bench.media)
    assert bench.peer is not None
    assert [seen.path for seen in bench.peer.seen] == [
        "/v1/images/generations",
        "/v1/images/edits",
    ]
    assert bench.peer.seen[1].body.count(b'name="image[]"') == 3


@pytest.mark.parametrize("bench", ["picture"], indirect=True)
def test_a_picture_is_made_when_it_is_ordered_and_kept_for_any_process(bench: Bench) -> None:
    handle = bench.make().submit(bench.order(), "a", bench.media)
    assert bench.make().poll(handle) is OrderState.DONE
    bench.peer.close()  # type: ignore[union-attr]  # it has one
    assert bench.make().fetch(handle).frames == 1


@pytest.mark.parametrize("bench", ["clip-seeded"], indirect=True)
def test_a_server_that_takes_keys_is_sent_one_and_may_be_asked_twice(bench: Bench) -> None:
    bench.make().submit(bench.order(), "a", bench.media)
    assert bench.peer is not None
    assert bench.peer.seen[0].headers["idempotency-key"] == "a"
    assert b'name="model"\r\n\r\nclip\r\n' in bench.peer.seen[0].body


@pytest.mark.parametrize("bench", ["sora-2"], indirect=True)
def test_what_a_server_says_it_charged_is_what_it_cost_and_else_the_price_of_its_seconds(
    bench: Bench,
) -> None:
    assert isinstance(bench.peer, OpenAIPeer)
    for says_cost in (True, False):
        bench.peer.says_cost = says_cost
        handle = bench.make().submit(bench.order(), f"key-{says_cost}", bench.media)
        bench.finished(handle)
        outcome = bench.make().outcome(handle)
        assert (outcome.cost, outcome.exact) == (Money(minor=40), says_cost)


@pytest.mark.parametrize("bench", ["clip"], indirect=True)
def test_a_state_or_an_amount_nobody_knows_is_told(bench: Bench) -> None:
    assert isinstance(bench.peer, OpenAIPeer)
    handle = bench.make().submit(bench.order(), "a", bench.media)
    bench.peer.jobs[handle] |= {"status": "completed", "usage": {"cost": "much"}}
    with pytest.raises(AnswerUnreadable, match="much"):
        bench.make().poll(handle)
    bench.peer.jobs[handle] |= {"status": "lost"}
    with pytest.raises(AnswerUnreadable, match="lost"):
        bench.make().poll(handle)


def test_the_videos_api_that_was_shut_down_is_refused_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    listed = find_listed("openai_compatible", "sora-2", TABLES, "2026-09-25")
    with open_bench(tmp_path, listed.offer) as bench:
        with pytest.raises(Refused, match="ended on 2026-09-24"):
            bench.make().submit(bench.order(), "a", bench.media)
        assert bench.peer is not None
        assert bench.peer.seen == []


def test_without_a_model_there_is_no_provider() -> None:
    with pytest.raises(NotConfigured, match="no model"):
        make_provider(Tools(tables=TABLES))
