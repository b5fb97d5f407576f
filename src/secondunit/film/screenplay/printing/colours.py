"""Colours of revised pages: their names, which comes next, and how each looks on a screen."""

from __future__ import annotations

import re

from secondunit.film.screenplay.pages.locked import REVISION_COLOURS, revision_colour

_TINTS = {
    "White": "",
    "Blue": "#D6E6F7",
    "Pink": "#FADCE6",
    "Yellow": "#FDF8C9",
    "Green": "#DBF0D8",
    "Goldenrod": "#FBE6B0",
    "Buff": "#F4E4CC",
    "Salmon": "#FBD9CB",
    "Cherry": "#F5C4CB",
    "Tan": "#E7D9C2",
}
"""Pale enough that print stays legible on them; papers of different makers differ more."""

_TURNS = {"double": 2, "second": 2, "triple": 3, "third": 3, "fourth": 4}
_TURN = re.compile(r"(?:(\d+)(?:st|nd|rd|th)|([a-z]+))\s+(.+)", re.IGNORECASE)


def read_colour(text: str) -> str | None:
    """The name of a revision as the trade writes it, or None where it is no colour of a revision.

    Args:
        text: In any case; a later turn as ``2nd blue``, ``second blue`` or ``double blue``.

    >>> read_colour("pink"), read_colour("Double Blue"), read_colour("mauve")
    ('Pink', '2nd Blue', None)
    """
    words = " ".join(text.split())
    turn = 1
    if found := _TURN.fullmatch(words):
        turn = int(found[1]) if found[1] else _TURNS.get(found[2].casefold(), 0)
        words = found[3]
    colour = words.capitalize()
    if colour not in REVISION_COLOURS or not 1 <= turn < 100:
        return None
    return revision_colour((turn - 1) * len(REVISION_COLOURS) + REVISION_COLOURS.index(colour))


def next_colour(colour: str) -> str:
    """The colour that follows one of ``read_colour``.

    >>> next_colour("Blue"), next_colour("Tan")
    ('Pink', '2nd White')
    """
    turn, name = _taken_apart(colour)
    return revision_colour((turn - 1) * len(REVISION_COLOURS) + REVISION_COLOURS.index(name) + 1)


def tint_of(colour: str) -> str:
    """How the paper of a colour looks, as ``#RRGGBB``; "" for white and for what is no colour."""
    return _TINTS.get(_taken_apart(colour)[1], "")


def _taken_apart(colour: str) -> tuple[int, str]:
    turn, _, name = colour.rpartition(" ")
    return int(turn[:-2]) if turn[:-2].isdigit() else 1, name
