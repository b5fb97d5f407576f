from __future__ import annotations

from dataclasses import replace

import pytest
from tests.adapters.providers.builder import board
from tests.adapters.render.builder import mark, request

from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.adapters.providers.previs import HEIGHT, WIDTH, make_provider
from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import Conflict, Unavailable
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.model import Control, Order
from secondunit.film.generation.order import CONTROLS
from secondunit.ports.provider import Provider, Tools

ORDER = Order(
    shot=request().shot,
    number="12A",
    provider="previs",
    seed=1,
    duration=Frames(12),
    rate=Rate(numerator=25),
    controls=CONTROLS,
    spec=request(mark("ADA"), size=(960, 540)),
)


@pytest.fixture
def provider() -> Provider:
    return make_provider(
        Tools(tables=PackagedTables(), renderer=PanelRenderer(), encoder=H264Encoder())
    )


def test_nothing_leaves_the_machine_and_nothing_is_charged(provider: Provider) -> None:
    said = provider.capabilities()
    assert not said.leaves_the_machine
    assert not said.trains_on_inputs
    assert said.deterministic
    assert provider.estimate(ORDER).minor == 0


def test_its_version_names_the_renderer_and_the_encoder(provider: Provider) -> None:
    version = provider.capabilities().version
    assert PanelRenderer().version in version
    assert H264Encoder().version in version


def test_a_take_is_small_whatever_the_panel_is(provider: Provider) -> None:
    handle = provider.submit(ORDER, "key", {})
    provider.poll(handle)
    found = H264Encoder().probe(provider.fetch(handle).data)
    assert (found.width, found.height) == (WIDTH, HEIGHT)


def test_a_seed_changes_nothing_in_a_shot_that_leaves_nothing_open(provider: Provider) -> None:
    takes = []
    for seed in (1, 2):
        handle = provider.submit(replace(ORDER, seed=seed), f"key-{seed}", {})
        provider.poll(handle)
        takes.append(provider.fetch(handle).data)
    assert takes[0] == takes[1]


def test_a_key_used_for_another_order_is_a_conflict(provider: Provider) -> None:
    provider.submit(ORDER, "key", {})
    with pytest.raises(Conflict, match="different order"):
        provider.submit(replace(ORDER, seed=9), "key", {})


def test_a_take_is_not_there_before_it_is_polled(provider: Provider) -> None:
    handle = provider.submit(ORDER, "key", {})
    with pytest.raises(Unavailable, match="queued"):
        provider.fetch(handle)


@pytest.mark.parametrize("moves", [False, True])
def test_a_take_opens_on_its_board_and_a_shot_that_stays_stays_on_it(
    provider: Provider, *, moves: bool
) -> None:
    drawn = board((960, 540), (60, 140, 90))
    spec = request(mark("ADA", to=(1, 0, 0) if moves else None), size=(960, 540))
    order = replace(
        ORDER, spec=spec, controls=(*CONTROLS, Control.FIRST_FRAME), first_frame=drawn.digest
    )
    handle = provider.submit(order, "key", {drawn.digest: drawn.data})
    provider.poll(handle)
    frames = list(decode(provider.fetch(handle).data))
    assert len(frames) == ORDER.duration
    assert frames[0].mean(axis=(0, 1)) == pytest.approx(drawn.colour, abs=6)
    last_is_the_board = abs(frames[-1].mean(axis=(0, 1)) - drawn.colour).max() < 6
    assert last_is_the_board is not moves
