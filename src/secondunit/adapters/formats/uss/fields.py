"""Fields of a file that another program wrote: of the type they should have, or a clear refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secondunit.core.errors import InputError

ALIASES = {
    "breakdownIds": ("breakdownIds", "breakdownArrays"),
    "dropDayCount": ("dropDayCount", "doodDayCount"),
}
"""Keys of the standard that its own samples spell in two ways."""

_REMEDY = "Export the file again from the program that made it."


@dataclass(frozen=True, slots=True)
class Fields:
    """One JSON object and where it stands.

    Args:
        raw: The object.
        where: Its place, for messages (``breakdowns[3]``).
    """

    raw: dict[str, Any]
    where: str

    def text(self, key: str) -> str:
        """A text; "" where there is none.

        Raises:
            InputError: It is something else.
        """
        found = self._found(key)
        if found is None:
            return ""
        if not isinstance(found, str):
            raise self._wrong(key, "a text")
        return found

    def required(self, key: str) -> str:
        """A text that must be there.

        Raises:
            InputError: It is missing, empty or something else.
        """
        found = self.text(key)
        if not found:
            raise self._wrong(key, "a text")
        return found

    def number(self, key: str) -> float | None:
        """A number, or None where there is none.

        Raises:
            InputError: It is something else.
        """
        found = self._found(key)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise self._wrong(key, "a number")
        return found

    def truth(self, key: str, *, default: bool) -> bool:
        """True or false.

        Raises:
            InputError: It is something else.
        """
        found = self._found(key)
        if found is None:
            return default
        if not isinstance(found, bool):
            raise self._wrong(key, "true or false")
        return found

    def items(self, key: str) -> list[Any]:
        """A list; an empty one where there is none.

        Raises:
            InputError: It is something else.
        """
        found = self._found(key)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self._wrong(key, "a list")
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts.

        Raises:
            InputError: It is something else.
        """
        found = self.items(key)
        if not all(isinstance(each, str) for each in found):
            raise self._wrong(key, "a list of texts")
        return tuple(found)

    def objects(self, key: str) -> Iterator[Fields]:
        """A list of objects.

        Raises:
            InputError: It is something else.
        """
        for index, each in enumerate(self.items(key)):
            where = f"{self.where}.{key}[{index}]".removeprefix(".")
            if not isinstance(each, dict):
                raise InputError(f"{where} is not an object", remedy=_REMEDY)
            yield Fields(each, where)

    def _found(self, key: str) -> Any:
        return self.raw.get(spelling(self.raw, key))

    def _wrong(self, key: str, wanted: str) -> InputError:
        return InputError(
            f"{self.where}.{key} is {self._found(key)!r}, not {wanted}".removeprefix("."),
            remedy=_REMEDY,
        )


def spelling(raw: dict[str, Any], key: str) -> str:
    """How an object spells a key of the standard."""
    return next((each for each in ALIASES.get(key, ()) if each in raw), key)
