"""A data file to fill in, with the names that the board has already in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from secondunit.film.call_sheet.inputs import CallSheetInputs

_PLACE = """[locations.{name}]
address = ""
basecamp = ""
parking = ""
hospital = ""
"""
_PERSON = """[people.{name}]
actor = ""
"""
_MINOR = (
    _PERSON
    + """# age = 9
"""
)


def prepared_text(shipped: str, inputs: CallSheetInputs) -> str:
    """The file that ships, with a table for each location and each performer of the board.

    Args:
        shipped: Text of the file that ships.
        inputs: The board.
    """
    needs, people = inputs.schedule.problem.scenes, inputs.schedule.problem.people
    places = dict.fromkeys(need.location for need in needs)
    whole = _insert(shipped, "locations", (_PLACE.format(name=_key(name)) for name in places))
    return _insert(
        whole,
        "people",
        ((_MINOR if person.minor else _PERSON).format(name=_key(person.name)) for person in people),
    )


def _insert(text: str, table: str, parts: Iterable[str]) -> str:
    """Put tables in the place of an empty one."""
    made = "\n".join(parts)
    return re.sub(rf"^\[{table}\]\n", lambda _: made, text, count=1, flags=re.MULTILINE)


def _key(name: str) -> str:
    """A name as a key of TOML, whatever letters it has."""
    return json.dumps(name, ensure_ascii=False)
