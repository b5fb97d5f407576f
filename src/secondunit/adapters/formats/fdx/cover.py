"""The rows of a title page set from its fields."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.film.screenplay.model import TitleField

_ABOVE = 16
"""Empty rows above a title: it stands a third down the page."""

_CENTERED = ("Title", "Subtitle", "Credit", "Author", "Authors", "Source")


def cover_rows(fields: Sequence[TitleField]) -> tuple[tuple[str, str], ...]:
    """Alignment and words of each row: the title in the middle, the rest at the foot.

    Args:
        fields: Of the title page.
    """
    if not fields:
        return ()
    rows: list[tuple[str, str]] = [("Center", "")] * _ABOVE
    middle = [field for field in fields if field.key in _CENTERED]
    middle.sort(key=lambda field: _CENTERED.index(field.key))
    for field in middle:
        rows += [("Center", row) for row in field.value.split("\n")]
        rows.append(("Center", ""))
    rows += [("", "")] * max(36 - len(rows), 3)
    for field in fields:
        if field.key not in _CENTERED:
            rows += [("Left", row) for row in field.value.split("\n")]
    return tuple(rows)
