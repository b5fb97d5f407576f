"""The light of a frame for a path tracer: the mood of the board, as lamps and colours."""

from __future__ import annotations

from secondunit.adapters.render.light.asked import GAMMA, asked_mood
from secondunit.adapters.render.palette import Colour, mood_of
from secondunit.film.shots.lamps import lamps_named
from secondunit.film.shots.model import PanelRequest

SOFTNESS = {"day": 1.5, "night": 6.0, "dawn": 4.0, "dusk": 4.0}
"""Degrees that the key subtends: harder by day, soft where the board's key is a sky or a moon."""
INDOORS = 12.0
"""Degrees of the key of an interior: a window, not the sun."""
HAZE, CLEAR = 1 / 70.0, 6.0
"""Share of the horizon's colour in a metre of outside air, past the metres that stay clear: as
the board has it."""

Light = dict[str, object]
"""Part of a job, as JSON has it."""


def light_of(request: PanelRequest) -> Light:
    """Key, fill, backdrop and lamps.

    The board multiplies a surface by ``lit`` in the key and by ``shade`` out of it, on the
    picture's scale. In light that is key and fill together, and the fill alone; so the contrast
    that a director asks for is the one that is rendered.

    Args:
        request: The shot.

    Returns:
        Colours linear RGB, directions and places in metres, y up.
    """
    mood = asked_mood(mood_of(request.light), request.lighting)
    both, fill = _linear(mood.lit), _linear(mood.shade)
    key = [max(a - b, 0.0) for a, b in zip(both, fill, strict=True)]
    indoors = request.set.interior
    lamps = lamps_named(request.set, request.lighting.practicals)
    return {
        "key": key,
        "fill": list(fill),
        "towards": [float(each) for each in mood.key],
        "softness": INDOORS if indoors else SOFTNESS.get(request.light, SOFTNESS["day"]),
        "low": list(_paper(mood.void if indoors else mood.horizon)),
        "high": list(_paper(mood.void if indoors else mood.sky)),
        "open": not indoors,
        "haze": HAZE,
        "clear": CLEAR,
        "ink": list(_paper(mood.ink)),
        "figures": mood.figures**GAMMA,
        "lamps": [[float(each) for each in lamp.centre] for lamp in lamps],
    }


def burning(request: PanelRequest) -> frozenset[str]:
    """Names, in a scene, of the pieces that burn: their places in the set, from 1."""
    pieces = request.set.pieces
    lamps = lamps_named(request.set, request.lighting.practicals)
    return frozenset(str(pieces.index(lamp) + 1) for lamp in lamps)


def _linear(share: Colour) -> Colour:
    red, green, blue = (max(each, 0.0) ** GAMMA for each in share)
    return (red, green, blue)


def _paper(colour: Colour) -> Colour:
    """Linear RGB of a colour of the board, sRGB 0-255."""
    red, green, blue = (min(max(each / 255, 0.0), 1.0) for each in colour)
    return _linear((red, green, blue))
