"""Loading a pipeline from a folder, and running it once: the only module that names the library."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from secondunit.core.errors import AnswerUnreadable, NotConfigured
from secondunit.ports.renderer import Picture

EXTRA = "Install it beside this program: see docs/how-to/providers.md."


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """Which weights, as what.

    Args:
        weights: Folder of the pipeline.
        pipeline: Its class.
        nets: Folders of control networks, in the order of their pictures.
    """

    weights: Path
    pipeline: str
    nets: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One run.

    Args:
        prompt: Words.
        seed: None leaves it to chance.
        width: Pixels.
        height: Pixels.
        frames: Of a clip; 0 for a picture.
        steps: Of the sampler.
        guidance: Of the sampler.
        inputs: Pictures by the argument they go into, several in a list.
    """

    prompt: str
    seed: int | None
    width: int
    height: int
    frames: int
    steps: int
    guidance: float
    inputs: Mapping[str, Sequence[bytes]]


def run_pipeline(loaded: Loaded, asked: Asked) -> list[Picture]:
    """Run a pipeline once: one picture, or the frames of a clip.

    Raises:
        NotConfigured: The library is not installed, or the weights cannot be loaded.
        AnswerUnreadable: It gave something else.
    """
    pipe = load(loaded)
    torch = _library("torch")
    generator = None
    if asked.seed is not None:
        generator = torch.Generator("cpu").manual_seed(asked.seed)
    said: dict[str, Any] = {
        "prompt": asked.prompt,
        "width": asked.width,
        "height": asked.height,
        "num_inference_steps": asked.steps,
        "guidance_scale": asked.guidance,
        "generator": generator,
    }
    if asked.frames:
        said["num_frames"] = asked.frames
    for name, pictures in asked.inputs.items():
        opened = [_opened(each, asked.width, asked.height) for each in pictures]
        said[name] = opened[0] if len(opened) == 1 and len(loaded.nets) < 2 else opened
    with torch.no_grad():
        came = pipe(**said)
    made = came.frames[0] if asked.frames else came.images[:1]
    shown = [_picture(each) for each in made]
    if not shown:
        raise AnswerUnreadable("the pipeline made no picture", remedy="Check its weights.")
    return shown


@lru_cache(maxsize=1)
def load(loaded: Loaded) -> Any:
    """A pipeline, kept until another is asked for.

    Raises:
        NotConfigured: The library is not installed, or the weights cannot be loaded.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"  # nothing is ever fetched
    library = _library("diffusers")
    safe = {"local_files_only": True, "use_safetensors": True}
    try:
        kind = getattr(library, loaded.pipeline)
        nets = [library.ControlNetModel.from_pretrained(net, **safe) for net in loaded.nets]
        beside = {"controlnet": nets[0] if len(nets) == 1 else nets} if nets else {}
        pipe = kind.from_pretrained(loaded.weights, **beside, **safe)
    except (AttributeError, OSError, ValueError, TypeError, KeyError, RuntimeError) as error:
        raise NotConfigured(
            f"diffusers cannot load {loaded.pipeline} from {loaded.weights}: "
            f"{' '.join(str(error).split())[:200]}",
            remedy="Name a folder in the diffusers form, with safetensors weights, and its class.",
        ) from error
    pipe.set_progress_bar_config(disable=True)
    return pipe.to(_device())


def _device() -> str:
    torch = _library("torch")
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _library(name: str) -> Any:
    """A library of the extra.

    Raises:
        NotConfigured: It is not installed.
    """
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise NotConfigured(f"{name} is not installed here", remedy=EXTRA) from error


def _opened(data: bytes, width: int, height: int) -> Any:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as opened:
        return opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def _picture(made: Any) -> Picture:
    """What a pipeline gave, as a picture: of Pillow, or an array of 0 to 1.

    Raises:
        AnswerUnreadable: It is no picture.
    """
    array = np.asarray(made)
    if array.dtype != np.uint8:
        array = (np.clip(array, 0, 1) * 255).round().astype(np.uint8)
    if array.ndim != 3 or array.shape[2] != 3:
        raise AnswerUnreadable(
            f"the pipeline made something of shape {array.shape}", remedy="Check settings.makes."
        )
    return array
