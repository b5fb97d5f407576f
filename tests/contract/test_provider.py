"""What every provider must satisfy, run against each module in ``adapters/providers``.

A provider module declares ``PROVIDER`` (its :class:`Capabilities`) and
``make_provider(renderer, encoder)``. It joins this suite by being there. The contract:

- it says what it can do, and says the same each time; what it does not declare it refuses;
- it is handed what an order names and nothing else, and opens on the first frame it is given;
- it costs what it estimates; an estimate places no order;
- the same key is the same order: one handle, one take, one charge;
- an order goes from queued or running to done, failed or cancelled, and stays there;
- what it delivers is of the declared type, of exactly the ordered length and rate;
- where it calls itself deterministic, equal orders give equal bytes, and a different seed
  may only differ where the shot leaves something open;
- a handle it never gave is not found; a take that is not done is not handed over.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest
from tests.adapters.providers.builder import board
from tests.adapters.render.builder import camera, mark, request

from secondunit.adapters import providers
from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.adapters.render.panel import PanelRenderer
from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import ControlUnsupported, NotFound, Refused, Unavailable
from secondunit.core.ids import Digest, digest_bytes
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.model import Capabilities, Control, Order
from secondunit.film.shots.model import Move
from secondunit.ports.provider import OrderState, Provider, Tools

NAMES = sorted(module.name for module in pkgutil.iter_modules(providers.__path__))
ENDED = {OrderState.DONE, OrderState.FAILED, OrderState.CANCELLED}
FRAME = board((320, 180))
RATE = Rate(numerator=24000, denominator=1001)
DRIVING = H264Encoder().encode([(np.full((270, 480, 3), 90, np.uint8), 3)], RATE)
MEDIA = {FRAME.digest: FRAME.data, digest_bytes(DRIVING): DRIVING}


@pytest.fixture(params=NAMES)
def module(request: pytest.FixtureRequest) -> ModuleType:
    return importlib.import_module(f"{providers.__name__}.{request.param}")


@pytest.fixture
def provider(module: ModuleType) -> Provider:
    made: Provider = module.make_provider(
        Tools(tables=PackagedTables(), renderer=PanelRenderer(), encoder=H264Encoder())
    )
    return made


def an_order(provider: Provider, frames: int = 3, seed: int = 5) -> Order:
    said = provider.capabilities()
    spec = request(mark("ADA"), keys=(camera((0, 1.4, 4), (0, 1, 0)),), move=Move.HANDHELD)
    return Order(
        shot=spec.shot,
        number="12A",
        provider=said.key,
        seed=seed,
        duration=Frames(frames),
        rate=RATE,
        controls=tuple(each for each in said.controls if each is not Control.DRIVING_CLIP),
        spec=spec,
        first_frame=FRAME.digest if Control.FIRST_FRAME in said.controls else None,
    )


def finished(provider: Provider, handle: str) -> OrderState:
    for _ in range(1000):
        state = provider.poll(handle)
        if state in ENDED:
            return state
    raise AssertionError("the order never ended")


def test_there_is_a_provider() -> None:
    assert "previs" in NAMES


def test_it_declares_itself(module: ModuleType) -> None:
    assert isinstance(module.PROVIDER, Capabilities)
    assert module.PROVIDER.key == module.__name__.rsplit(".", 1)[-1]


def test_it_says_the_same_each_time(module: ModuleType, provider: Provider) -> None:
    said = provider.capabilities()
    assert said == provider.capabilities()
    assert said.key == module.PROVIDER.key
    assert said.controls == module.PROVIDER.controls
    assert said.version
    assert said.max_frames > 0


def test_a_take_is_what_was_ordered(provider: Provider) -> None:
    order = an_order(provider)
    handle = provider.submit(order, "key-1", MEDIA)
    assert finished(provider, handle) is OrderState.DONE
    take = provider.fetch(handle)
    assert take.frames == order.duration
    assert take.media_type == provider.capabilities().media_type
    assert take.cost == provider.estimate(order)
    assert take.milliseconds >= 0
    found = H264Encoder().probe(take.data)
    assert (found.frames, found.rate) == (order.duration, order.rate)
    assert sum(1 for _ in decode(take.data)) == order.duration


def test_the_same_key_is_the_same_order(provider: Provider) -> None:
    order = an_order(provider)
    assert provider.submit(order, "key-1", MEDIA) == provider.submit(order, "key-1", MEDIA)
    assert provider.submit(order, "key-1", MEDIA) != provider.submit(order, "key-2", MEDIA)


def test_a_take_is_made_once_and_handed_over_as_often_as_asked(provider: Provider) -> None:
    handle = provider.submit(an_order(provider), "key-1", MEDIA)
    finished(provider, handle)
    first = provider.fetch(handle)
    provider.submit(an_order(provider), "key-1", MEDIA)
    assert provider.poll(handle) is OrderState.DONE
    assert provider.fetch(handle) == first


def test_equal_orders_give_equal_bytes_where_it_says_so(module: ModuleType) -> None:
    if not module.PROVIDER.deterministic:
        pytest.skip("it does not call itself deterministic")
    takes = []
    for seed in (5, 5, 6):
        made: Provider = module.make_provider(
            Tools(tables=PackagedTables(), renderer=PanelRenderer(), encoder=H264Encoder())
        )
        handle = made.submit(an_order(made, frames=6, seed=seed), "key-1", MEDIA)
        finished(made, handle)
        takes.append(made.fetch(handle).data)
    assert takes[0] == takes[1]
    assert takes[0] != takes[2]  # the shake of a hand-held shot is left open


@pytest.mark.parametrize("control", list(Control))
def test_a_control_is_honoured_or_refused(provider: Provider, control: Control) -> None:
    order = replace(an_order(provider), controls=(control,), driving_clip=digest_bytes(DRIVING))
    if control in provider.capabilities().controls:
        assert provider.submit(order, "key-1", MEDIA)
    else:
        with pytest.raises(ControlUnsupported) as caught:
            provider.submit(order, "key-1", MEDIA)
        assert caught.value.remedy


def test_a_take_opens_on_the_frame_it_was_ordered_with(provider: Provider) -> None:
    if Control.FIRST_FRAME not in provider.capabilities().controls:
        pytest.skip("it takes no first frame")
    handle = provider.submit(an_order(provider, frames=6), "key-1", MEDIA)
    finished(provider, handle)
    shown = list(decode(provider.fetch(handle).data))
    assert shown[0].mean(axis=(0, 1)) == pytest.approx(FRAME.colour, abs=6)


def test_a_first_frame_that_is_not_there_is_refused(provider: Provider) -> None:
    if Control.FIRST_FRAME not in provider.capabilities().controls:
        pytest.skip("it takes no first frame")
    order = an_order(provider)
    for media in ({}, {FRAME.digest: b"no picture"}):
        with pytest.raises(Refused, match="first frame"):
            provider.submit(order, "key-1", media)


def driven(provider: Provider, frames: int = 3, clip: Digest | None = None) -> Order:
    if Control.DRIVING_CLIP not in provider.capabilities().controls:
        pytest.skip("it takes no driving clip")
    return replace(
        an_order(provider, frames),
        controls=(Control.DRIVING_CLIP,),
        driving_clip=clip or digest_bytes(DRIVING),
    )


def test_a_take_follows_the_move_it_was_ordered_with(provider: Provider) -> None:
    handle = provider.submit(driven(provider), "key-1", MEDIA)
    finished(provider, handle)
    shown = list(decode(provider.fetch(handle).data))
    assert len(shown) == 3
    assert all(each.mean() == pytest.approx(90, abs=6) for each in shown)


def test_a_driving_clip_that_is_not_there_or_of_another_length_is_refused(
    provider: Provider,
) -> None:
    with pytest.raises(Refused, match="driving clip"):
        provider.submit(driven(provider), "key-1", {FRAME.digest: FRAME.data})
    with pytest.raises(Refused, match="4 frames"):
        provider.submit(driven(provider, frames=4), "key-2", MEDIA)
    with pytest.raises(Refused, match="driving clip"):
        provider.submit(driven(provider, clip=FRAME.digest), "key-3", MEDIA)


def test_an_order_too_long_is_refused(provider: Provider) -> None:
    most = provider.capabilities().max_frames
    with pytest.raises(Refused):
        provider.submit(an_order(provider, frames=most + 1), "key-1", MEDIA)
    with pytest.raises(Refused):
        provider.submit(an_order(provider, frames=0), "key-2", MEDIA)


def test_an_order_for_somebody_else_is_refused(provider: Provider) -> None:
    with pytest.raises(Refused):
        provider.submit(replace(an_order(provider), provider="somebody-else"), "key-1", MEDIA)


def test_an_estimate_places_no_order(provider: Provider) -> None:
    assert provider.estimate(an_order(provider)) == provider.estimate(an_order(provider))
    with pytest.raises(NotFound):
        provider.poll("never-submitted")


def test_a_handle_it_never_gave_is_not_found(provider: Provider) -> None:
    for asked in (provider.poll, provider.fetch, provider.cancel):
        with pytest.raises(NotFound):
            asked("no-such-handle")


def test_a_cancelled_order_delivers_nothing(provider: Provider) -> None:
    handle = provider.submit(an_order(provider), "key-1", MEDIA)
    provider.cancel(handle)
    state = provider.poll(handle)
    assert state in ENDED
    if state is OrderState.CANCELLED:
        with pytest.raises(Unavailable):
            provider.fetch(handle)


def test_cancelling_what_is_done_changes_nothing(provider: Provider) -> None:
    handle = provider.submit(an_order(provider), "key-1", MEDIA)
    finished(provider, handle)
    before = provider.fetch(handle)
    provider.cancel(handle)
    assert provider.poll(handle) is OrderState.DONE
    assert provider.fetch(handle) == before
