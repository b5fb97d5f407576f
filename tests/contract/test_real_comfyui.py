"""The ComfyUI adapter against a real ComfyUI, on the CPU, without weights: ``make comfyui``.

Skipped unless ``SECONDUNIT_COMFYUI`` says where a server is.
"""

from __future__ import annotations

import io
import json
import os
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from tests.contract.benches import Bench
from tests.contract.samples import named, picture
from tests.contract.wire import PlainWire

from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.adapters.providers.comfyui.provider import ComfyUI, explain
from secondunit.adapters.providers.comfyui.workflow import read_workflow
from secondunit.adapters.shelf import Shelf
from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.talk import Talk
from secondunit.bootstrap.providers import offers_of
from secondunit.core.errors import AnswerLost, Refused
from secondunit.core.ids import digest_bytes
from secondunit.film.generation.accounts import Account
from secondunit.film.generation.model import Control
from secondunit.film.generation.offers import Offers, find_offer
from secondunit.ports.gate import Incoming, Outgoing
from secondunit.ports.provider import OrderState, Tools

ADDRESS = os.environ.get("SECONDUNIT_COMFYUI", "")
pytestmark = pytest.mark.skipif(not ADDRESS, reason="no ComfyUI here: make comfyui starts one")
OFFERS: Offers = offers_of("comfyui", PackagedTables(), "2026-11-25")


@pytest.fixture
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    account = Account(name="real", provider="comfyui", address=ADDRESS, timeout_seconds=60)
    offer = find_offer(OFFERS, request.param)
    is_clip = offer.provider.media_type.startswith("video/")
    yield Bench(offer=offer, folder=tmp_path, account=account, clip_passes=is_clip)


def wired(bench: Bench, wire: PlainWire | None = None) -> ComfyUI:
    tools = Tools(tables=PackagedTables(), wire=wire or PlainWire(), account=bench.account)
    return ComfyUI(
        bench.offer,
        read_workflow(bench.offer, PackagedTables()),
        Talk("comfyui", tools, {}, explain=explain),
        Shelf("comfyui", bench.folder),
        H264Encoder(),
    )


def finished(provider: ComfyUI, handle: str) -> OrderState:
    import time

    for _ in range(600):
        state = provider.poll(handle)
        if state not in {OrderState.QUEUED, OrderState.RUNNING}:
            return state
        time.sleep(0.05)
    raise AssertionError("it never ended")


def key_of(bench: Bench, name: str) -> str:
    """A key that no run before this one has used."""
    return f"{name} {bench.folder}"


@pytest.mark.parametrize("bench", ["wiring-clip"], indirect=True)
def test_a_clip_goes_in_and_its_frames_come_out_at_the_size_of_the_shot(bench: Bench) -> None:
    provider = wired(bench)
    handle = provider.submit(bench.order(), key_of(bench, "clip"), bench.media)
    assert finished(provider, handle) is OrderState.DONE
    take = provider.fetch(handle)
    shown = list(decode(take.data))
    assert take.frames == len(shown) == bench.frames
    assert shown[0].shape == (180, 320, 3)
    sent = next(iter(decode(bench.media[bench.order().driving_clip])))  # type: ignore[index]  # it has one
    assert np.abs(shown[0].mean(axis=(0, 1)) - sent.mean(axis=(0, 1))).max() < 6
    assert take.milliseconds > 0
    assert b"class_type" not in take.data


@pytest.mark.parametrize("bench", ["wiring-picture"], indirect=True)
def test_a_picture_comes_back_by_its_own_edges_and_without_the_graph(bench: Bench) -> None:
    drawn = Image.new("RGB", (320, 180), (20, 20, 20))
    drawn.paste((240, 240, 240), (100, 40, 200, 140))
    out = io.BytesIO()
    drawn.save(out, "PNG")
    provider = wired(bench)
    made: list[bytes] = []
    for data in (out.getvalue(), picture(7)):
        order = replace(bench.order(), first_frame=digest_bytes(data))
        handle = provider.submit(order, key_of(bench, str(len(made))), named(data))
        assert finished(provider, handle) is OrderState.DONE
        made.append(provider.fetch(handle).data)
    with Image.open(io.BytesIO(made[0])) as edges:
        assert np.asarray(edges).max() == 255
    with Image.open(io.BytesIO(made[1])) as nothing:
        assert np.asarray(nothing).max() == 0
    assert all(b"class_type" not in data for data in made)


@pytest.mark.parametrize("bench", ["wiring-picture"], indirect=True)
def test_the_same_key_is_queued_once_even_where_the_answer_was_lost(bench: Bench) -> None:
    class Losing(PlainWire):
        def send(self, outgoing: Outgoing) -> Incoming:
            came = super().send(outgoing)
            if outgoing.url.endswith("/prompt"):
                raise AnswerLost("it broke off", remedy="Look it up.")
            return came

    key = key_of(bench, "lost")
    with pytest.raises(AnswerLost):
        wired(bench, Losing()).submit(bench.order(), key, bench.media)
    handle = wired(bench).find(key)
    assert handle is not None
    assert wired(bench).submit(bench.order(), key, bench.media) == handle
    assert finished(wired(bench), handle) is OrderState.DONE
    assert wired(bench).find(key_of(bench, "never")) is None


@pytest.mark.parametrize("bench", ["wiring-clip"], indirect=True)
def test_what_waits_can_be_cancelled(bench: Bench) -> None:
    provider = wired(bench)
    handles = [
        provider.submit(bench.order(), key_of(bench, f"queue {each}"), bench.media)
        for each in range(4)
    ]
    provider.cancel(handles[-1])
    assert finished(provider, handles[-1]) in {OrderState.CANCELLED, OrderState.DONE}
    assert all(finished(provider, each) is OrderState.DONE for each in handles[:-1])


@pytest.mark.parametrize("bench", ["wiring-clip"], indirect=True)
def test_a_graph_that_fails_says_where_and_why(bench: Bench) -> None:
    provider, broken = wired(bench), b"no clip at all"
    order = replace(bench.order(), driving_clip=digest_bytes(broken))
    handle = provider.submit(order, key_of(bench, "broken"), named(broken))
    assert finished(provider, handle) is OrderState.FAILED
    assert provider.outcome(handle).note.startswith(("LoadVideo", "GetVideoComponents"))


@pytest.mark.parametrize("bench", ["picture", "clip-depth"], indirect=True)
def test_our_graphs_are_known_to_the_server_and_lack_only_their_weights(bench: Bench) -> None:
    with pytest.raises(Refused) as caught:
        wired(bench).submit(bench.order(), key_of(bench, "weights"), bench.media)
    said = caught.value.message
    assert "Value not in list" in said
    assert bench.offer.settings.get("file-checkpoint", "safetensors") in said


@pytest.mark.parametrize("name", [offer.provider.model for offer in OFFERS.models])
def test_every_node_and_input_of_our_graphs_is_the_servers(name: str) -> None:
    with urllib.request.urlopen(f"{ADDRESS}/object_info") as came:  # noqa: S310  loopback
        known = json.load(came)
    offer = find_offer(OFFERS, name)
    flow = read_workflow(offer, PackagedTables())
    bench = Bench(offer=offer, folder=Path("nowhere"), clip_passes=True)
    graphs = [flow.graph]
    for controls in (
        None,
        (Control.PROMPT,) if Control.PROMPT in offer.provider.controls else None,
    ):
        order = bench.order(controls=controls)
        graphs.append(flow.fill(order, dict.fromkeys(order.media(), "a.png")))
    for graph in graphs:
        for node in graph.values():
            said = known[node["class_type"]]["input"]
            inputs = {**said.get("required", {}), **said.get("optional", {})}
            assert set(node["inputs"]) <= set(inputs)
            assert set(said.get("required", {})) <= set(node["inputs"])
