"""The revision that a script's own file marks as the one being written.

Source: FDX files of Final Draft: the active revision set and the words that carry its number.
"""

from __future__ import annotations

import re

from secondunit.film.screenplay.model import Screenplay
from secondunit.film.screenplay.printing.colours import read_colour, tint_of
from secondunit.film.screenplay.printing.options import PrintedRevision
from secondunit.film.screenplay.printing.revised import revised_in

_DATE = re.compile(r"\s*\(([^()]*)\)\s*$")
_EMPTY_DATE = re.compile(r"[mdy/.\-\s]*", re.IGNORECASE)
_PAGE_COLOR = re.compile(r"#([0-9a-fA-F]{2})..([0-9a-fA-F]{2})..([0-9a-fA-F]{2})..")
_REVISION = re.compile(r"\s*\brev(?:ision|ised|s|\.)?\.?$", re.IGNORECASE)


def file_revision(script: Screenplay) -> PrintedRevision | None:
    """The active revision of a script with the words that it brought in, or None without any.

    Args:
        script: The script.
    """
    about = script.data
    active = about.active_revision if about is not None else 0
    found = next((s for s in about.revisions if s.number == active), None) if about else None
    words = revised_in(script, active) if found is not None else ()
    if found is None or not words:
        return None
    name, date = found.name, ""
    if dated := _DATE.search(name):
        name = name[: dated.start()]
        date = "" if _EMPTY_DATE.fullmatch(dated[1]) else dated[1]
    colour = read_colour(_REVISION.sub("", name))
    return PrintedRevision(
        name=f"{colour} Rev." if colour else name,
        date=date,
        words=words,
        tint=_page_tint(found.page_color) or (tint_of(colour) if colour else ""),
    )


def _page_tint(written: str) -> str:
    """A colour of pages as Final Draft writes it, two bytes each, as ``#RRGGBB``; "" for white.

    >>> _page_tint("#C6C6EDEDFEFE"), _page_tint("#FFFFFFFFFFFF")
    ('#C6EDFE', '')
    """
    found = _PAGE_COLOR.fullmatch(written)
    tint = f"#{''.join(found.groups())}".upper() if found else ""
    return "" if tint == "#FFFFFF" else tint
