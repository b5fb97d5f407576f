"""How a revision is named: by the colour that is asked for, or as the title pages have it."""

from __future__ import annotations

import re
from itertools import pairwise

from secondunit.core.errors import InputError
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.pages.locked import REVISION_COLOURS
from secondunit.film.screenplay.printing.colours import next_colour, read_colour

FIRST_COLOUR = "Blue"
"""Colour of the first revision."""

_NAMING = frozenset({"revision", "draft", "version", "draft date", "date"})
_DATES = ("revision date", "draft date", "date")

_COLOUR_BEFORE = re.compile(
    rf"(?:(?:\d+(?:st|nd|rd|th)|double|second|triple|third)\s+)?\b(?:{'|'.join(REVISION_COLOURS)})\b"
    r"(?:\s+(?:draft|pages|rev(?:ision|ised|s)?\b\.?))*",
    re.IGNORECASE,
)


def require_colour(text: str) -> str:
    """A colour as a person names it, in the trade's writing.

    Raises:
        InputError: No revision has it.
    """
    colour = read_colour(text)
    if colour is None:
        raise InputError(
            f"no revision has the colour “{text}”",
            remedy="Use blue, pink, yellow, green, goldenrod, buff, salmon, cherry, tan or "
            "white; after those, 2nd blue and so on.",
        )
    return colour


def colour_of(script: Screenplay, since: Screenplay | None) -> str:
    """The colour of a revision that nobody names: the title page's, or the next one.

    Args:
        script: The revised script.
        since: The draft before.
    """
    own = named_colour(script)
    before = named_colour(since) if since is not None else ""
    if own and own != before:
        return own
    return next_colour(before) if before else FIRST_COLOUR


def date_of(script: Screenplay, since: Screenplay | None = None) -> str:
    """The date on a title page, without a colour that stands beside it, or "".

    Args:
        script: The revised script.
        since: The draft before: its date is not that of the revision.
    """
    date = _date(script)
    return date if since is None or date != _date(since) else ""


def _date(script: Screenplay) -> str:
    fields = {field.key.casefold(): field.value for field in script.title_page}
    said = next((fields[key] for key in _DATES if fields.get(key)), "")
    return _COLOUR_BEFORE.sub("", " ".join(said.split())).strip(" ,:–-()")


def named_colour(script: Screenplay) -> str:
    """The colour that a title page names, or ""."""
    for field in script.title_page:
        if field.key.casefold() in _NAMING:
            words = field.value.replace(",", " ").replace("(", " ").split()
            pairs = [" ".join(pair) for pair in pairwise(words)]
            for said in (*pairs, *words):
                if colour := read_colour(said):
                    return colour
    return ""
