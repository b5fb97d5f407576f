"""How tightly an order holds a provider to its shot: the tightest rung that both can stand on.

Source: the degrade ladder of section 6 of the studio's page on generation: pass video, driving
clip, first and last frame, first frame, words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.ids import Digest
from secondunit.film.generation.model import Capabilities, Concession, Control, Guide, Rung

PASSES = (Control.DEPTH, Control.POSE, Control.EDGES, Control.MASKS)
"""Controls that a pass of the shot can be."""

SEEN = frozenset({Control.FRAMING, Control.BLOCKING, Control.LIGHT})
"""What a picture of the shot shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What there is of a shot beside its spec, by digest.

    Args:
        first_frame: The picture it opens on, clean of arrows.
        last_frame: The picture it ends on.
        driving_clip: The move, frame for frame.
        guides: Passes, and a performance to be followed.
        references: Pictures of who and what is in it, the most important first.
        moves: True when something in the shot moves.
        words: True when there are words for it.
    """

    first_frame: Digest | None = None
    last_frame: Digest | None = None
    driving_clip: Digest | None = None
    guides: tuple[Guide, ...] = ()
    references: tuple[Digest, ...] = ()
    moves: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """How an order holds its provider.

    Args:
        rung: The tightest thing it holds on to.
        controls: What the provider must honour, all of it declared.
        first_frame: Handed over, or None.
        driving_clip: Handed over, or None.
        guides: Handed over.
        references: Handed over.
        concessions: What was asked and is not honoured as such.
    """

    rung: Rung
    controls: tuple[Control, ...]
    first_frame: Digest | None
    driving_clip: Digest | None
    guides: tuple[Guide, ...]
    references: tuple[Digest, ...]
    concessions: tuple[Concession, ...]


def take_hold(asked: Sequence[Control], material: Material, provider: Capabilities) -> Hold | None:
    """Hold a provider to a shot with all it takes of what there is.

    Args:
        asked: What the shot asks for.
        material: What there is of the shot.
        provider: Whom it is ordered from.

    Returns:
        None where the provider takes nothing that there is, nor words, nor the spec itself, or
        lacks what it cannot work without.
    """
    takes = set(provider.controls)
    first = material.first_frame if Control.FIRST_FRAME in takes else None
    driving = material.driving_clip if Control.DRIVING_CLIP in takes else None
    guides = [guide for guide in material.guides if guide.control in takes]
    if material.last_frame is not None and Control.LAST_FRAME in takes:
        guides.append(Guide(control=Control.LAST_FRAME, media=material.last_frame))
    most = provider.most_references if Control.REFERENCES in takes else 0
    references = material.references[:most]
    handed = [
        *([Control.FIRST_FRAME] if first else []),
        *([Control.DRIVING_CLIP] if driving else []),
        *dict.fromkeys(guide.control for guide in guides),
        *([Control.REFERENCES] if references else []),
        *([Control.PROMPT] if Control.PROMPT in takes and material.words else []),
    ]
    honoured = [control for control in asked if control in takes]
    lacking = [need for need in provider.needs if need not in handed and need not in honoured]
    if not (handed or honoured) or lacking:
        return None
    rung = _rung(set(handed))
    return Hold(
        rung=rung,
        controls=(*honoured, *handed),
        first_frame=first,
        driving_clip=driving,
        guides=tuple(guides),
        references=references,
        concessions=(
            *(
                _concede(control, handed, material, provider)
                for control in asked
                if control not in takes
            ),
            *_left(material, references, provider),
        ),
    )


def _rung(handed: set[Control]) -> Rung:
    if handed & set(PASSES):
        return Rung.PASSES
    if Control.DRIVING_CLIP in handed or Control.PERFORMANCE in handed:
        return Rung.DRIVING_CLIP
    if {Control.FIRST_FRAME, Control.LAST_FRAME} <= handed:
        return Rung.FRAMES
    return Rung.FIRST_FRAME if Control.FIRST_FRAME in handed else Rung.TEXT


def _concede(
    control: Control, handed: Sequence[Control], material: Material, provider: Capabilities
) -> Concession:
    """What stands in for a control that is not honoured as such."""
    by = _stand_in(control, handed, material)
    who = f"{provider.key} {provider.model}".rstrip()
    if control is Control.DURATION:
        sold = ", ".join(map(str, provider.seconds))
        reason = (
            f"{who} sells {sold} s: cut it to length"
            if sold
            else f"{who} does not keep to the frame: cut it"
        )
    elif control is Control.SEED:
        reason = f"{who} takes no seed: no take can be made again"
    elif by is None:
        reason = f"{who} has nothing that could say it"
    else:
        reason = f"{who} does not take it as such; {by} says it"
    return Concession(control=control, by=by, reason=reason)


def _stand_in(control: Control, handed: Sequence[Control], material: Material) -> Control | None:
    if control in {Control.DURATION, Control.SEED}:
        return None
    passes = [each for each in PASSES if each in handed]
    order: list[Control] = []
    if control is Control.CAMERA_MOVE:
        order = [*passes, Control.DRIVING_CLIP]
        order += [Control.PROMPT] if material.moves else [Control.FIRST_FRAME, Control.PROMPT]
        if material.moves and {Control.FIRST_FRAME, Control.LAST_FRAME} <= set(handed):
            order = [*passes, Control.DRIVING_CLIP, Control.LAST_FRAME]
    elif control in SEEN:
        held = [] if control is Control.LIGHT else passes
        order = [*held, Control.DRIVING_CLIP, Control.FIRST_FRAME, Control.PROMPT]
    return next((each for each in order if each in handed), None)


def _left(
    material: Material, references: Sequence[Digest], provider: Capabilities
) -> list[Concession]:
    """What there is of a shot and is not handed over, where that loses something."""
    lost = len(material.references) - len(references)
    if not lost:
        return []
    who = f"{provider.key} {provider.model}".rstrip()
    return [
        Concession(
            control=Control.REFERENCES,
            by=None,
            reason=f"{who} takes {len(references)} of {len(material.references)} references",
        )
    ]
