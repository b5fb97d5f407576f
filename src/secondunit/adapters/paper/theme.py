"""How sheets look: page, lines, and the colours of rows and strips."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from secondunit.core.errors import InputError

PAGE_SIZES = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
"""Width and height of an upright page in points. Source: ANSI/ASME Y14.1; ISO 216."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowStyle:
    """How a row of one style is printed.

    Args:
        fill: ``#RRGGBB``.
        ink: ``#RRGGBB``.
        bold: Set in the bold face.
        strip: Framed like a strip of the board.
    """

    fill: str = "#FFFFFF"
    ink: str = "#000000"
    bold: bool = False
    strip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The look of all sheets.

    Args:
        width: Of an upright page, in points.
        height: Of an upright page, in points.
        margin: In points.
        grid: Colour of hairlines.
        head: Fill and ink of the column heads.
        rows: By style; ``plain`` stands for any style that has no entry.
    """

    width: float
    height: float
    margin: float
    grid: str
    head: RowStyle
    rows: dict[str, RowStyle]

    def style(self, name: str) -> RowStyle:
        """The look of a row style; plain when the theme does not know it."""
        return self.rows.get(name) or self.rows.get("plain") or RowStyle()


def read_theme(text: str) -> Theme:
    """Read a theme file.

    Raises:
        InputError: It is not TOML, or a field has not the shape it must have.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(
            f"the theme is not valid TOML: {error}", remedy="Correct that line of theme.toml."
        ) from error
    page, rows = _table(table, "page"), _table(table, "rows")
    size = page.get("size", "letter")
    if size not in PAGE_SIZES:
        raise InputError(
            f"theme field page.size is “{size}”", remedy=f"Use one of {', '.join(PAGE_SIZES)}."
        )
    width, height = PAGE_SIZES[size]
    margin = page.get("margin", 36)
    if not isinstance(margin, int | float) or not 9 <= margin <= 144:
        raise InputError(
            f"theme field page.margin is {margin!r}", remedy="Give 9 to 144 points (1/72 inch)."
        )
    head = {"fill": page.get("head_fill", "#E4E4E4"), "ink": page.get("head_ink", "#000000")}
    return Theme(
        width=width,
        height=height,
        margin=float(margin),
        grid=_colour(page.get("grid", "#B4B4B4"), "page.grid"),
        head=_style({**head, "bold": True}, "page.head"),
        rows={name: _style(rows[name], f"rows.{name}") for name in sorted(rows)},
    )


@cache
def shipped_theme() -> Theme:
    """The theme that ships with the studio."""
    return read_theme((files("secondunit") / "data" / "theme.toml").read_text("utf-8"))


def _table(parent: dict[str, Any], key: str) -> dict[str, Any]:
    value = parent.get(key, {})
    if not isinstance(value, dict):
        raise InputError(f"theme field {key} is no table", remedy=f"Write it as [{key}].")
    return value


def _style(value: Any, field: str) -> RowStyle:
    if not isinstance(value, dict):
        raise InputError(f"theme field {field} is no table", remedy=f"Write it as [{field}].")
    bold, strip = value.get("bold", False), value.get("strip", False)
    for key, flag in (("bold", bold), ("strip", strip)):
        if not isinstance(flag, bool):
            raise InputError(
                f"theme field {field}.{key} is {flag!r}", remedy="Write true or false."
            )
    return RowStyle(
        fill=_colour(value.get("fill", "#FFFFFF"), f"{field}.fill"),
        ink=_colour(value.get("ink", "#000000"), f"{field}.ink"),
        bold=bold,
        strip=strip,
    )


def _colour(value: Any, field: str) -> str:
    if not isinstance(value, str) or re.fullmatch(r"#[0-9A-Fa-f]{6}", value) is None:
        raise InputError(
            f"theme field {field} is {value!r}", remedy="Write a colour as #RRGGBB, like #FFF173."
        )
    return value.upper()
