"""When a scene plays: the words of a heading that tell a time, and the light that they name.

Source: usage of the trade.
"""

from __future__ import annotations

import re
from functools import lru_cache

from secondunit.film.screenplay.model import TimeOfDay
from secondunit.film.screenplay.words import (
    CARRYING,
    CARRYING_PHRASES,
    LIGHT,
    LIGHT_PHRASES,
    MODIFIERS,
    QUALIFIERS,
)

_TIMES = LIGHT.keys() | CARRYING
_WORD = re.compile(r"[^\s/,;()&+]+")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.H]\d\d)?\s?(A\.?M\b\.?|P\.?M\b\.?|H\b|UHR\b)")


@lru_cache(maxsize=1024)
def read_light(part: str) -> tuple[bool, TimeOfDay | None]:
    """Whether a part tells a time, and the light it names.

    >>> read_light("LATE AFTERNOON")[0], read_light("CONTINUOUS"), read_light("THE HALL")
    (True, (True, None), (False, None))
    """
    words = part.upper().replace("’", "'")
    if not words or len(words) > 60:
        return False, None
    found: TimeOfDay | None = None
    tells = False
    for phrase, light in LIGHT_PHRASES.items():
        if phrase in words:
            words, found, tells = words.replace(phrase, " "), found or light, True
    for phrase in CARRYING_PHRASES:
        if phrase in words:
            words, tells = words.replace(phrase, " "), True
    for clock in _CLOCK.finditer(words):
        hour = int(clock[1]) % 12 + 12 if clock[2].startswith("P") else int(clock[1])
        found, tells = found or _light_at(hour), True
    for word in _WORD.findall(_CLOCK.sub(" ", words)):
        bare = word.strip(".:-")
        if bare in LIGHT:
            found, tells = found or LIGHT[bare], True
        elif bare in CARRYING:
            tells = True
        elif bare and not bare.isdigit() and bare not in QUALIFIERS and bare not in MODIFIERS:
            return False, None
    return tells, found


def _light_at(hour: int) -> TimeOfDay:
    return TimeOfDay.DAY if 7 <= hour < 19 else TimeOfDay.NIGHT


def cut_time(part: str) -> tuple[str, str]:
    """A place and the time set off from it by a comma or a full stop, or by nothing.

    >>> cut_time("HALL, LATER"), cut_time("HOUSE DAY"), cut_time("HOUSE")
    (('HALL', 'LATER'), ('HOUSE', 'DAY'), ('HOUSE', ''))
    """
    for mark in (",", ". "):
        where, found, time = part.rpartition(mark)
        if found and where.strip() and read_light(time.strip())[0]:
            return where.strip(), time.strip()
    words = part.split()
    first = len(words)
    while first > 1 and words[first - 1].upper().rstrip(".") in _TIMES:
        first -= 1
    if first < len(words) and first > 1 and words[first - 1].upper() in {"EARLY", "LATE", "MID"}:
        first -= 1
    return " ".join(words[:first]).rstrip(" ,"), " ".join(words[first:])
