"""The cells of the decoder's flat book, by what they mean. Compiled."""

from __future__ import annotations

from secondunit.film.schedule.decoder import arrays
from secondunit.film.schedule.decoder.arrays import Ints
from secondunit.film.schedule.decoder.compiled import inlined

SCENE_COLUMNS, DATE_COLUMNS = arrays.SCENE_COLUMNS, arrays.DATE_COLUMNS


@inlined
def of(book: Ints, scene: int, column: int) -> int:
    """A column of a scene."""
    return book[book[arrays.SCENES_AT] + scene * SCENE_COLUMNS + column]  # type: ignore[no-any-return]  # int64


@inlined
def on(book: Ints, date: int, column: int) -> int:
    """A column of a date."""
    return book[book[arrays.DATES_AT] + date * DATE_COLUMNS + column]  # type: ignore[no-any-return]  # int64


@inlined
def listed(book: Ints, at: int) -> int:
    """A cell of the lists: minors of scenes, scenes that come before with the days between."""
    return book[book[arrays.LISTS_AT] + at]  # type: ignore[no-any-return]  # int64


@inlined
def opening(book: Ints, scene: int, date: int) -> int:
    """First date from that one on which a scene may be shot; the count of dates for none."""
    return book[book[arrays.OPEN_AT] + scene * (book[arrays.DATES] + 1) + date]  # type: ignore[no-any-return]  # int64


@inlined
def hour(book: Ints, person: int, date: int, which: int) -> int:
    """Of a minor: most minutes of work, at the place of work, earliest and latest minute."""
    return book[book[arrays.HOURS_AT] + (person * book[arrays.DATES] + date) * 4 + which]  # type: ignore[no-any-return]  # int64


@inlined
def light_of(book: Ints, site: int, kind: int, date: int, which: int) -> int:
    """First or last minute of daylight, dark, dawn or dusk; the first above the last for none."""
    row = (site * 4 + kind) * book[arrays.DATES] + date
    return book[book[arrays.SUN_AT] + row * 2 + which]  # type: ignore[no-any-return]  # int64
