"""What the pipelines alone do; what every provider does is in tests/contract."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tests.contract.benches import Bench

from secondunit.adapters.media.h264 import H264Encoder
from secondunit.adapters.providers.diffusers.pipeline import Asked, Loaded
from secondunit.adapters.providers.diffusers.provider import Diffusers, make_provider
from secondunit.adapters.shelf import Shelf
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import offers_of
from secondunit.core.errors import NotConfigured
from secondunit.core.timecode import Frames
from secondunit.film.generation.accounts import Account
from secondunit.film.generation.model import Control
from secondunit.film.generation.offers import find_offer
from secondunit.ports.provider import OrderState, Tools
from secondunit.ports.renderer import Picture

TABLES = PackagedTables()
OFFERS = offers_of("diffusers", TABLES, "2026-11-25")


class _Runs:
    """Stands in for the library: remembers what it was asked, gives grey frames."""

    def __init__(self, error: Exception | None = None) -> None:
        self.asked: list[tuple[Loaded, Asked]] = []
        self.error = error

    def __call__(self, loaded: Loaded, asked: Asked) -> list[Picture]:
        self.asked.append((loaded, asked))
        if self.error:
            raise self.error
        grey = np.full((asked.height, asked.width, 3), 90, np.uint8)
        return [grey] * max(asked.frames, 1)


def bench_of(model: str, folder: Path) -> Bench:
    return Bench(offer=find_offer(OFFERS, model), folder=folder)


def provider(bench: Bench, runs: _Runs) -> Diffusers:
    shelf = Shelf("diffusers", bench.folder)
    return Diffusers(bench.offer, Path("weights"), shelf, H264Encoder(), runs)


def test_only_the_control_networks_that_are_asked_for_are_loaded(tmp_path: Path) -> None:
    bench, runs = bench_of("picture-depth", tmp_path), _Runs()
    made = provider(bench, runs)
    for key, controls in (
        ("both", (Control.DEPTH, Control.POSE)),
        ("one", (Control.POSE,)),
        ("none", (Control.PROMPT,)),
    ):
        made.poll(made.submit(bench.order(controls=controls), key, bench.media))
    loaded = [each for each, _ in runs.asked]
    assert [[net.name for net in each.nets] for each in loaded] == [
        ["controlnet-depth", "controlnet-pose"],
        ["controlnet-pose"],
        [],
    ]
    assert [each.pipeline for each in loaded][1:] == [
        "StableDiffusionControlNetPipeline",
        "StableDiffusionPipeline",
    ]
    assert [len(asked.inputs.get("image", ())) for _, asked in runs.asked] == [2, 1, 0]


def test_a_seed_is_given_only_where_it_is_asked_for(tmp_path: Path) -> None:
    bench, runs = bench_of("picture-depth", tmp_path), _Runs()
    made = provider(bench, runs)
    made.poll(made.submit(bench.order(), "a", bench.media))
    made.poll(made.submit(bench.order(controls=(Control.PROMPT,)), "b", bench.media))
    assert [asked.seed for _, asked in runs.asked] == [5, None]


def test_frames_become_a_clip_at_the_rate_of_the_shot(tmp_path: Path) -> None:
    bench, runs = bench_of("clip-first-frame", tmp_path), _Runs()
    made = provider(bench, runs)
    order = replace(bench.order(), duration=Frames(10), size="832x480")
    handle = made.submit(order, "a", bench.media)
    assert made.poll(handle) is OrderState.DONE
    take = made.fetch(handle)
    assert take.frames == 13  # the pipeline makes four frames at a time, and one
    assert H264Encoder().probe(take.data).rate == order.rate


def test_a_pipeline_that_fails_is_told_and_costs_nothing(tmp_path: Path) -> None:
    bench = bench_of("picture-depth", tmp_path)
    made = provider(bench, _Runs(RuntimeError("out of memory")))
    outcome = made.outcome(made.submit(bench.order(), "a", bench.media))
    assert (outcome.state, outcome.note) == (OrderState.FAILED, "out of memory")
    assert outcome.cost.minor == 0


def test_a_lacking_library_is_no_failed_take(tmp_path: Path) -> None:
    bench = bench_of("picture-depth", tmp_path)
    made = provider(bench, _Runs(NotConfigured("diffusers is not installed here", remedy="Do.")))
    handle = made.submit(bench.order(), "a", bench.media)
    with pytest.raises(NotConfigured):
        made.poll(handle)
    assert provider(bench, _Runs()).poll(handle) is OrderState.DONE


@pytest.mark.parametrize("case", ["no weights", "no pipeline there", "no input"])
def test_what_is_lacking_is_told_before_anything_is_ordered(case: str, tmp_path: Path) -> None:
    offer = find_offer(OFFERS, "picture-depth")
    settings = {} if case == "no weights" else {"weights": str(tmp_path)}
    if case == "no input":
        (tmp_path / "model_index.json").write_text("{}")
        kept = {name: value for name, value in offer.settings.items() if name != "input-pose"}
        offer = replace(offer, settings=kept)
    account = Account(name="gpu", provider="diffusers", settings=settings)
    tools = Tools(tables=TABLES, encoder=H264Encoder(), account=account, offer=offer)
    with pytest.raises(NotConfigured) as caught:
        make_provider(tools)
    assert caught.value.remedy
