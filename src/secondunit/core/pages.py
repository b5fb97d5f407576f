"""Page length in eighths, the unit in which a script is scheduled.

Source: industry practice; a page is eight eighths, a scene is never shorter than one, and
lengths are written without reducing the fraction (``4/8``, never ``1/2``).
"""

from __future__ import annotations

from typing import NewType

Eighths = NewType("Eighths", int)
"""Page length in whole eighths of a page."""


def format_eighths(eighths: int) -> str:
    """Write a page length as the trade does.

    >>> format_eighths(12), format_eighths(8), format_eighths(3), format_eighths(0)
    ('1 4/8', '1', '3/8', '0')
    """
    pages, rest = divmod(eighths, 8)
    if rest == 0:
        return str(pages)
    return f"{pages} {rest}/8" if pages else f"{rest}/8"


def page_words(eighths: int) -> str:
    """A page length with its unit.

    >>> page_words(8), page_words(3), page_words(12)
    ('1 page', '3/8 pages', '1 4/8 pages')
    """
    return f"{format_eighths(eighths)} {'page' if eighths == 8 else 'pages'}"
