from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.contract.samples import picture

from secondunit.adapters.providers.diffusers.pipeline import Asked, Loaded, load, run_pipeline
from secondunit.core.errors import NotConfigured

HERE = bool(importlib.util.find_spec("diffusers") and importlib.util.find_spec("torch"))
WITH = pytest.mark.skipif(not HERE, reason="diffusers and torch are an extra")
ASKED = Asked(
    prompt="a room", seed=3, width=64, height=32, frames=0, steps=2, guidance=2.0, inputs={}
)


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "diffusers", None)
    load.cache_clear()
    with pytest.raises(NotConfigured, match="diffusers is not installed") as caught:
        run_pipeline(Loaded(weights=Path("nowhere"), pipeline="X"), ASKED)
    assert "how-to" in caught.value.remedy


@WITH
def test_weights_that_cannot_be_loaded_are_told(tmp_path: Path) -> None:
    for pipeline in ("StableDiffusionPipeline", "NoSuchPipeline"):
        with pytest.raises(NotConfigured, match=pipeline):
            load(Loaded(weights=tmp_path, pipeline=pipeline))


@WITH
def test_each_control_reaches_the_model_and_a_seed_repeats() -> None:
    from tests.contract.benches import tiny_weights
    from tests.contract.tiny_weights import NETS

    weights = tiny_weights()
    nets = tuple(weights / name for name in NETS)
    loaded = Loaded(weights=weights, pipeline="StableDiffusionControlNetPipeline", nets=nets)

    def made(*shades: int, seed: int = 3) -> NDArray[np.int64]:
        asked = Asked(
            prompt="a room",
            seed=seed,
            width=64,
            height=32,
            frames=0,
            steps=2,
            guidance=2.0,
            inputs={"image": [picture(shade) for shade in shades]},
        )
        return run_pipeline(loaded, asked)[0].astype(np.int64)

    first = made(10, 20)
    assert (made(10, 20) == first).all()
    assert np.abs(made(240, 20) - first).max() > 0
    assert np.abs(made(10, 240) - first).max() > 0
    assert np.abs(made(10, 20, seed=4) - first).max() > 0
