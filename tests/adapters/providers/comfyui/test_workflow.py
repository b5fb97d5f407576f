from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contract.benches import Bench

from secondunit.adapters.providers.comfyui.workflow import Graph, Workflow, read_workflow
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import offers_of
from secondunit.core.errors import NotConfigured
from secondunit.core.timecode import Frames, Rate
from secondunit.film.generation.model import Control
from secondunit.film.generation.offers import find_offer

TABLES = PackagedTables()
OFFERS = offers_of("comfyui", TABLES, "2026-11-25")


def bench_of(model: str) -> Bench:
    return Bench(offer=find_offer(OFFERS, model), folder=Path("nowhere"), clip_passes=True)


def filled(bench: Bench, *controls: Control, **said: object) -> Graph:
    order = replace(bench.order(controls=controls or None), **said)  # type: ignore[arg-type]  # fields by name
    return read_workflow(bench.offer, TABLES).fill(order, dict.fromkeys(order.media(), "a.png"))


def test_an_order_fills_every_slot_of_what_it_asks_for() -> None:
    graph = filled(bench_of("picture"), seed=77, size="1024x1024", prompt="a wide shot")
    assert graph["2"]["inputs"]["text"] == "a wide shot"
    assert graph["5"]["inputs"]["seed"] == 77
    assert (graph["4"]["inputs"]["width"], graph["4"]["inputs"]["height"]) == (1024, 1024)
    assert graph["10"]["inputs"]["image"] == "a.png"
    assert graph["1"]["inputs"]["ckpt_name"] == "sd_xl_base_1.0.safetensors"


def test_a_control_that_is_not_asked_for_is_left_out_and_the_rest_still_holds_together() -> None:
    graph = filled(bench_of("picture"), Control.PROMPT, Control.POSE)
    assert "12" not in graph and "32" not in graph
    assert graph["22"]["inputs"]["positive"] == ["2", 0]
    assert graph["22"]["inputs"]["negative"] == ["3", 0]
    assert graph["5"]["inputs"]["positive"] == ["22", 0]
    none = filled(bench_of("picture"), Control.PROMPT)
    assert none["5"]["inputs"]["positive"] == ["2", 0]
    assert none["5"]["inputs"]["negative"] == ["3", 0]


def test_an_input_that_nothing_fills_is_dropped() -> None:
    assert "reference_image" in filled(bench_of("clip-depth"))["10"]["inputs"]
    alone = filled(bench_of("clip-depth"), Control.DEPTH, Control.PROMPT)
    assert "reference_image" not in alone["10"]["inputs"]


@pytest.mark.parametrize(("frames", "made"), [(48, 49), (49, 49), (50, 53), (1, 1)])
def test_a_graph_that_makes_steps_of_frames_makes_enough_of_them(frames: int, made: int) -> None:
    graph = filled(bench_of("clip-depth"), duration=Frames(frames))
    assert graph["10"]["inputs"]["length"] == made


def test_the_rate_is_the_shots() -> None:
    graph = filled(bench_of("clip-pose"), rate=Rate(numerator=24000, denominator=1001))
    assert graph["15"]["inputs"]["fps"] == pytest.approx(23.976, abs=1e-3)


def test_filling_leaves_the_graph_as_it_was() -> None:
    bench = bench_of("picture")
    flow = read_workflow(bench.offer, TABLES)
    before = json.dumps(flow.graph)
    order = bench.order(controls=(Control.PROMPT,))
    flow.fill(order, {})
    assert json.dumps(flow.graph) == before


def own(tmp_path: Path, text: str, **settings: str) -> Workflow:
    (tmp_path / "mine.json").write_text(text)
    offer = find_offer(OFFERS, "wiring-picture")
    settings = {"workflow": "mine.json", "slot-first-frame": "1.image", **settings}
    return read_workflow(replace(offer, settings=settings), PackagedTables(tmp_path))


MINE = '{"1": {"class_type": "LoadImage", "inputs": {"image": "x"}}}'


def test_a_production_brings_its_own_graph(tmp_path: Path) -> None:
    assert own(tmp_path, MINE).places("slot-first-frame") == [("1", "image")]


@pytest.mark.parametrize(
    ("text", "settings", "message"),
    [
        ("{", {}, "mine.json"),
        ("[]", {}, "no graph"),
        ('{"nodes": []}', {}, "no graph"),
        (MINE, {"slot-first-frame": "1.picture"}, "no 1.picture"),
        (MINE, {"slot-seed": "7.seed"}, "no 7.seed"),
        (MINE, {"bypass-depth": "9: positive"}, "no such node"),
        (MINE, {"slot-first-frame": ""}, "first-frame has no slot"),
        (MINE, {"workflow": "nowhere.json"}, "nowhere.json"),
    ],
)
def test_what_is_wrong_with_a_graph_or_its_slots_is_named(
    tmp_path: Path, text: str, settings: dict[str, str], message: str
) -> None:
    with pytest.raises(NotConfigured, match=message) as caught:
        own(tmp_path, text, **settings)
    assert "wiring-picture" in caught.value.message
    assert caught.value.remedy
