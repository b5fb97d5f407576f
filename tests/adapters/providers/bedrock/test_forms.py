from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.contract.benches import Bench
from tests.contract.samples import picture

from secondunit.adapters.providers.bedrock.forms import FORMS, NOVA_SEEDS, Asked, picture_of
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.providers import offers_of
from secondunit.core.timecode import Frames
from secondunit.film.generation.model import Control
from secondunit.film.generation.offers import find_offer

OFFERS = offers_of("bedrock", PackagedTables(), "2026-01-01")


def form(model: str, *controls: Control, **said: object) -> Mapping[str, object]:
    bench = Bench(offer=find_offer(OFFERS, model), folder=Path("nowhere"))
    order = replace(bench.order(controls=controls or None), **said)  # type: ignore[arg-type]  # fields by name
    asked = Asked(order=order, offer=bench.offer, media=bench.media)
    return FORMS[bench.offer.settings["form"]](asked)


def test_luma_goes_from_its_first_frame_to_its_last_in_whole_lengths() -> None:
    body = form("luma.ray-v2:0", duration=Frames(150))
    assert (body["duration"], body["aspect_ratio"]) == ("9s", "16:9")
    assert list(body["keyframes"]) == ["frame0", "frame1"]  # type: ignore[call-overload]  # of JSON


def test_luma_without_frames_has_no_keyframes() -> None:
    assert "keyframes" not in form("luma.ray-v2:0", Control.PROMPT)


@pytest.mark.parametrize(
    ("aspect", "shape"), [("2.39", "21:9"), ("1.85", "16:9"), ("9:16", "9:16"), ("1.33", "5:4")]
)
def test_the_shape_nearest_to_the_shot_is_asked_for(aspect: str, shape: str) -> None:
    bench = Bench(offer=find_offer(OFFERS, "stability.sd3-5-large-v1:0"), folder=Path("nowhere"))
    order = bench.order()
    order = replace(order, spec=replace(order.spec, aspect=aspect))
    body = FORMS["stability-text"](Asked(order=order, offer=bench.offer, media={}))
    assert body["aspect_ratio"] == shape


def test_nova_canvas_is_held_to_the_edges_of_its_picture_and_takes_only_its_own_seeds() -> None:
    body = form("amazon.nova-canvas-v1:0", seed=NOVA_SEEDS + 3)
    said, made = body["textToImageParams"], body["imageGenerationConfig"]
    assert said["controlMode"] == "CANNY_EDGE"  # type: ignore[index]  # of JSON
    assert made["seed"] == 3  # type: ignore[index]  # of JSON


def test_nova_reel_makes_its_six_seconds_from_the_first_frame() -> None:
    body = form("amazon.nova-reel-v1:1")
    assert body["videoGenerationConfig"]["durationSeconds"] == 6  # type: ignore[index]  # of JSON
    assert body["textToVideoParams"]["images"][0]["format"] == "png"  # type: ignore[index]  # of JSON


def test_a_sketch_is_held_to_its_edges() -> None:
    body = form("us.stability.stable-image-control-sketch-v1:0")
    assert body["control_strength"] == 0.9
    assert base64.b64decode(str(body["image"])).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ({"finish_reasons": ["Filter reason: prompt"]}, "Filter reason: prompt"),
        ({"error": "no"}, "no"),
        ({"images": []}, "it sent no picture"),
        ({"images": ["no base64!"]}, "it sent no picture"),
    ],
)
def test_an_answer_without_a_picture_says_why(answer: dict[str, object], why: str) -> None:
    assert picture_of(answer) == (None, why)


def test_the_first_picture_of_an_answer_is_taken() -> None:
    made = base64.b64encode(picture(3)).decode()
    assert picture_of({"images": [made], "finish_reasons": [None]}) == (picture(3), "")
