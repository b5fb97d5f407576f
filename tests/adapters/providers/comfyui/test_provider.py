"""What ComfyUI alone does; what every provider does is in tests/contract."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.contract.benches import Bench, open_bench
from tests.contract.peers.comfyui import GRAPH_SECRET, ComfyPeer
from tests.contract.peers.peer import Fault

from secondunit.adapters.providers.comfyui.provider import explain, make_provider
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import find_listed, offers_of
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Refused
from secondunit.film.generation.offers import find_offer
from secondunit.ports.gate import Incoming
from secondunit.ports.provider import OrderState, Tools

TABLES = PackagedTables()
OFFERS = offers_of("comfyui", TABLES, "2026-11-25")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with open_bench(tmp_path, find_offer(OFFERS, "picture")) as opened:
        yield opened


@pytest.fixture
def peer(bench: Bench) -> ComfyPeer:
    assert isinstance(bench.peer, ComfyPeer)
    return bench.peer


def submit(bench: Bench) -> str:
    return bench.make().submit(bench.order(), "key", bench.media)


def test_files_are_uploaded_under_their_hash_and_named_so_in_the_graph(
    bench: Bench, peer: ComfyPeer
) -> None:
    submit(bench)
    assert peer.uploads == {f"{each}.png" for each in bench.order().media()}
    graph = peer.seen[-1].json()["prompt"]
    assert graph["10"]["inputs"]["image"] == f"secondunit/{bench.order().guides[0].media}.png"


def test_the_graph_that_the_server_writes_into_a_picture_is_taken_out(bench: Bench) -> None:
    handle = submit(bench)
    bench.finished(handle)
    take = bench.make().fetch(handle)
    assert GRAPH_SECRET.encode() not in take.data
    assert take.milliseconds == 500
    with Image.open(io.BytesIO(take.data)) as opened:
        assert opened.size == (32, 18)


def test_a_refused_graph_names_the_node_and_the_missing_file(bench: Bench, peer: ComfyPeer) -> None:
    peer.fault = Fault.REFUSES
    with pytest.raises(Refused) as caught:
        submit(bench)
    assert "CheckpointLoaderSimple: Value not in list: ckpt_name: none" in caught.value.message


def test_a_graph_that_fails_says_in_which_node(bench: Bench, peer: ComfyPeer) -> None:
    peer.fault = Fault.FAILS
    handle = submit(bench)
    assert bench.finished(handle) is OrderState.FAILED
    assert bench.make().outcome(handle).note == "KSampler: out of memory"


def test_what_runs_is_interrupted_and_what_waits_is_taken_out(
    bench: Bench, peer: ComfyPeer
) -> None:
    first = submit(bench)
    assert bench.make().poll(first) is OrderState.RUNNING
    peer.running[first] = peer.running.get(first) or peer.pending.pop(first)
    bench.make().cancel(first)
    assert bench.make().poll(first) in {OrderState.CANCELLED, OrderState.DONE}


def test_a_graph_that_saves_nothing_is_told(bench: Bench, peer: ComfyPeer) -> None:
    handle = submit(bench)
    bench.finished(handle)
    peer.history[handle]["outputs"] = {"9": {"text": ["hello"]}}
    with pytest.raises(AnswerUnreadable, match="saved nothing"):
        bench.make().fetch(handle)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"node_errors": {"1": 3}}', b"{}"])
def test_an_answer_of_another_shape_is_still_explained(body: bytes) -> None:
    assert explain(Incoming(status=400, headers={}, body=body))


def test_a_server_on_this_machine_does_not_leave_it() -> None:
    assert not find_listed("comfyui", "picture", TABLES).offer.provider.leaves_the_machine


def test_without_a_workflow_there_is_no_provider() -> None:
    with pytest.raises(NotConfigured, match="no workflow"):
        make_provider(Tools(tables=TABLES))
