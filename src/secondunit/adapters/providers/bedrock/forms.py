"""The body that each family of models takes, and where its picture is in the answer.

Source: AWS, Bedrock user guide, inference parameters of Nova Canvas, Nova Reel, Luma Ray 2 and
Stability AI.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from secondunit.core.ids import Digest
from secondunit.film.generation.charge import sold_seconds
from secondunit.film.generation.model import Control, Order
from secondunit.film.generation.offers import Offer
from secondunit.film.shots.camera.grammar import read_aspect

Body = Mapping[str, object]

LUMA_ASPECTS = ("1:1", "16:9", "9:16", "4:3", "3:4", "21:9", "9:21")

STABILITY_ASPECTS = ("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21")

NOVA_SEEDS = 858_993_460
"""Seeds of Nova Canvas are below this."""

REEL_SEEDS = 2_147_483_647


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An order and what a form is filled with.

    Args:
        order: The order.
        offer: The model.
        media: What the order names.
    """

    order: Order
    offer: Offer
    media: Mapping[Digest, bytes]

    def picture(self, control: Control) -> str:
        """A picture as the forms take it, or "" where the order asks for none."""
        held = self.order.held_by(control)
        return base64.b64encode(self.media[held]).decode() if held is not None else ""

    def kind(self, control: Control) -> str:
        """``png`` or ``jpeg``."""
        data = self.media[self.order.held_by(control) or Digest("")]
        return "png" if data.startswith(b"\x89PNG") else "jpeg"

    def size(self) -> tuple[int, int]:
        """Pixels across and down."""
        width, _, height = (self.order.size or self.offer.provider.sizes[0]).partition("x")
        return int(width), int(height)

    def seconds(self) -> int:
        """Of the clip that is sold."""
        sold = sold_seconds(self.order.duration, self.order.rate, self.offer.provider)
        return int(sold or max(self.offer.provider.seconds))

    def aspect(self, known: tuple[str, ...]) -> str:
        """The shape a form knows that is nearest to the shot's."""
        if self.order.size:
            wanted = self.size()[0] / self.size()[1]
        else:
            wanted = read_aspect(self.order.spec.aspect)
        return min(known, key=lambda each: abs(_ratio(each) / wanted - 1))


def nova_canvas(asked: Asked) -> Body:
    """Text to image, by edges or segments of a condition image where there is one."""
    width, height = asked.size()
    said: dict[str, object] = {"text": asked.order.prompt}
    if condition := asked.picture(Control.FIRST_FRAME):
        said |= {
            "conditionImage": condition,
            "controlMode": asked.offer.settings["mode"],
            "controlStrength": float(asked.offer.settings["strength"]),
        }
    made: dict[str, object] = {"width": width, "height": height, "numberOfImages": 1}
    if Control.SEED in asked.order.controls:
        made["seed"] = asked.order.seed % NOVA_SEEDS
    return {"taskType": "TEXT_IMAGE", "textToImageParams": said, "imageGenerationConfig": made}


def nova_reel(asked: Asked) -> Body:
    """One shot of text to video, from its first frame where there is one."""
    said: dict[str, object] = {"text": asked.order.prompt}
    if first := asked.picture(Control.FIRST_FRAME):
        kind = asked.kind(Control.FIRST_FRAME)
        said["images"] = [{"format": kind, "source": {"bytes": first}}]
    made: dict[str, object] = {
        "durationSeconds": asked.seconds(),
        "fps": 24,
        "dimension": asked.order.size or asked.offer.provider.sizes[0],
    }
    if Control.SEED in asked.order.controls:
        made["seed"] = asked.order.seed % REEL_SEEDS
    return {"taskType": "TEXT_VIDEO", "textToVideoParams": said, "videoGenerationConfig": made}


def luma_ray(asked: Asked) -> Body:
    """Text to video between a first and a last frame, where there are any."""
    body: dict[str, object] = {
        "prompt": asked.order.prompt,
        "aspect_ratio": asked.aspect(LUMA_ASPECTS),
        "duration": f"{asked.seconds()}s",
        "resolution": asked.offer.settings["resolution"],
        "loop": False,
    }
    frames = {
        name: _luma_frame(asked, control)
        for name, control in (("frame0", Control.FIRST_FRAME), ("frame1", Control.LAST_FRAME))
        if asked.picture(control)
    }
    return body | ({"keyframes": frames} if frames else {})


def stability_text(asked: Asked) -> Body:
    """Text to image."""
    body: dict[str, object] = {
        "prompt": asked.order.prompt,
        "mode": "text-to-image",
        "aspect_ratio": asked.aspect(STABILITY_ASPECTS),
        "output_format": "png",
    }
    return body | _stability_seed(asked)


def stability_control(asked: Asked) -> Body:
    """Image to image, held to the lines or the structure of a picture."""
    held = asked.picture(Control.EDGES) or asked.picture(Control.FIRST_FRAME)
    body: dict[str, object] = {
        "image": held,
        "prompt": asked.order.prompt,
        "control_strength": float(asked.offer.settings["strength"]),
        "output_format": "png",
    }
    return body | _stability_seed(asked)


FORMS: Mapping[str, Callable[[Asked], Body]] = {
    "luma-ray": luma_ray,
    "nova-canvas": nova_canvas,
    "nova-reel": nova_reel,
    "stability-control": stability_control,
    "stability-text": stability_text,
}
"""By the name that a model's settings give."""


def picture_of(answer: Mapping[str, Any]) -> tuple[bytes | None, str]:
    """The picture of an answer; or None, and why there is none."""
    why = next((str(each) for each in answer.get("finish_reasons") or () if each), "")
    why = why or str(answer.get("error") or "")
    try:
        return base64.b64decode(answer["images"][0], validate=True), why
    except (KeyError, IndexError, TypeError, binascii.Error):
        return None, why or "it sent no picture"


def _luma_frame(asked: Asked, control: Control) -> Body:
    source = {
        "type": "base64",
        "media_type": f"image/{asked.kind(control)}",
        "data": asked.picture(control),
    }
    return {"type": "image", "source": source}


def _stability_seed(asked: Asked) -> dict[str, object]:
    return {"seed": asked.order.seed} if Control.SEED in asked.order.controls else {}


def _ratio(shape: str) -> float:
    across, _, down = shape.partition(":")
    return int(across) / int(down)
