"""What every provider asks of an order before anything is sent, made or paid."""

from __future__ import annotations

from collections.abc import Mapping

from secondunit.core.errors import ControlUnsupported, Refused
from secondunit.core.ids import Digest
from secondunit.film.generation.charge import sold_seconds
from secondunit.film.generation.model import Capabilities, Control, LifeStage, Order

HANDED = (
    Control.FIRST_FRAME,
    Control.LAST_FRAME,
    Control.DRIVING_CLIP,
    Control.PERFORMANCE,
    Control.DEPTH,
    Control.POSE,
    Control.EDGES,
    Control.MASKS,
)
"""Controls that are a picture or a clip."""


def require_makeable(
    order: Order, provider: Capabilities, media: Mapping[Digest, bytes] | None = None
) -> None:
    """Refuse an order that the provider cannot honour as it stands.

    Args:
        order: The order.
        provider: Whom it goes to.
        media: The bytes it was handed with; None leaves them unlooked at.

    Raises:
        ControlUnsupported: It asks for a control that is not declared, or lacks one without
            which the provider makes nothing.
        Refused: It is for another provider or model, its model has ended, its length, size, words
            or number of references are outside what is made, or what it names was not handed over.
    """
    shot = f"shot {order.number}"
    missing = [control for control in order.controls if control not in provider.controls]
    if missing:
        raise ControlUnsupported(
            f"{provider.key} cannot honour {', '.join(missing)}",
            remedy="Leave the control out, or order the shot from a provider that has it.",
        )
    lacking = [control for control in provider.needs if control not in order.controls]
    if lacking:
        raise ControlUnsupported(
            f"{named(provider)} makes nothing without {', '.join(lacking)}",
            remedy="Draw the boards first, or order the shot from another model.",
        )
    if order.provider != provider.key or order.model not in {"", provider.model}:
        raise Refused(
            f"{shot} was ordered from {order.provider} {order.model}".rstrip()
            + f", not from {named(provider)}",
            remedy="Send the order to the provider it names.",
        )
    if ended := why_ended(provider):
        raise Refused(ended[0], remedy=ended[1])
    _require_measure(order, provider)
    if media is not None:
        _require_handed(order, media)


def _require_handed(order: Order, media: Mapping[Digest, bytes]) -> None:
    shot = f"shot {order.number}"
    unheld = [each for each in order.media() if each not in media]
    unnamed = [each for each in HANDED if each in order.controls and order.held_by(each) is None]
    if unheld or unnamed:
        what = _whats(order, unheld[0]) if unheld else f"the {_called(unnamed[0])}"
        raise Refused(
            f"{what} of {shot} was not handed over",
            remedy="Draw the boards again, then order.",
        )
    if Control.PROMPT in order.controls and not order.prompt.strip():
        raise Refused(f"{shot} was ordered by words and has none", remedy="Order it with words.")


def why_ended(provider: Capabilities) -> tuple[str, str] | None:
    """What to say of a model that has reached its end, and what to do; None while it lives."""
    life = provider.lifecycle
    if life.stage is not LifeStage.ENDED:
        return None
    when = f" on {life.ends_on}" if life.ends_on else ""
    other = life.successor or "another model; its provider names none (secondunit providers list)"
    remedy = f"Order from {other}."
    return f"{named(provider)} ended{when}", remedy


def named(provider: Capabilities) -> str:
    """A provider as people name it: key and model."""
    return f"{provider.key} {provider.model}".rstrip()


def _require_measure(order: Order, provider: Capabilities) -> None:
    shot = f"shot {order.number}"
    longest = f"{provider.max_frames} frames"
    if provider.seconds:
        longest = f"{max(provider.seconds)} s"
    held = sold_seconds(order.duration, order.rate, provider) is not None
    if not 0 < order.duration <= provider.max_frames or not held:
        raise Refused(
            f"{shot} has {order.duration} frames; {named(provider)} makes 1 to {longest}",
            remedy="Split the shot, or order it elsewhere.",
        )
    if order.size and provider.sizes and order.size not in provider.sizes:
        raise Refused(
            f"{named(provider)} makes no {order.size}",
            remedy=f"Sizes: {', '.join(provider.sizes)}.",
        )
    if len(order.references) > provider.most_references:
        raise Refused(
            f"{shot} has {len(order.references)} references; {named(provider)} takes "
            f"{provider.most_references}",
            remedy="Order it with fewer.",
        )
    if provider.longest_prompt and len(order.prompt) > provider.longest_prompt:
        raise Refused(
            f"the words of {shot} have {len(order.prompt)} characters; {named(provider)} takes "
            f"{provider.longest_prompt}",
            remedy="Order it with fewer words.",
        )


def _whats(order: Order, media: Digest) -> str:
    """What people call a picture or clip that an order names."""
    if media == order.first_frame:
        return "the first frame"
    if media == order.driving_clip:
        return "the driving clip"
    for guide in order.guides:
        if guide.media == media:
            return f"the {_called(guide.control)}"
    return "a reference"


def _called(control: Control) -> str:
    passes = control in {Control.DEPTH, Control.POSE, Control.EDGES, Control.MASKS}
    return f"{control} pass" if passes else control.value.replace("-", " ")
