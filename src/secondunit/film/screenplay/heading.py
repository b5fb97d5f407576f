"""Scene headings: telling one from other lines, and taking it apart.

Source: Fountain 1.1, Scene Headings, for the English prefixes; usage of the trade for the rest.
"""

from __future__ import annotations

import re

from secondunit.film.screenplay.light import cut_time, read_light
from secondunit.film.screenplay.model import Heading, IntExt, TimeOfDay
from secondunit.film.screenplay.words import (
    INSIDE,
    INSIDE_CASELESS,
    LIGHT,
    LONG_PREFIXES,
    MODIFIERS,
    OMITTED,
    OUTSIDE,
    OUTSIDE_CASELESS,
    SCENE_LABELS,
)

_ONE = rf"(?:{INSIDE}|{OUTSIDE})"
_PREFIX = re.compile(
    rf"(?P<words>{_ONE}\.?\s?[/&+–-]\s?{_ONE}|[IE]\.?/[IE]|I\.?/A|A\.?/I|{_ONE})"
    rf"(?:\.|(?=\s)|\s?[/,–-]\s?(?=(?:{'|'.join(sorted(LIGHT))})\b))",
    re.IGNORECASE,
)
_CASELESS = re.compile(
    rf"(?P<words>(?:{INSIDE_CASELESS}|{OUTSIDE_CASELESS}))(?P<dot>\.?)(?=[\s/–-])"
)
_INSIDE = re.compile(rf"\b(?:{INSIDE}|I)\b|^(?:{INSIDE_CASELESS})$", re.IGNORECASE)
_SIDES = frozenset("内外內")
_LONGEST_CHINESE = _LONGEST_CASELESS = 80
_LONGEST = 500
_LONGEST_OMITTED = 80
_MAY_OMIT = re.compile("|".join(sorted(OMITTED)), re.IGNORECASE)
_LONGEST_NUMBER = 40
_FIRST_LETTERS = frozenset("IiEeAa")
_NUMBER_AFTER = re.compile(r"\s*#([^\W_](?:[^\W_]|[.\-])*)#$")
_NUMBER_BEFORE = re.compile(
    rf"(?:#|(?:{SCENE_LABELS})\s*)?([A-Z]{{0,2}}\d+[A-Z]{{0,3}}(?:-\d+[A-Z]?)*)"
    r"(?:[场場]|[.)、:：/–—-]+)?\s*(?:[–—:/-]\s*)?(?<=[\s场場.)、:：/–—-])(?=\S)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s+-+\s*|(?<=\S)-+\s+|--+|\s*[–—―]+\s*")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
_SIDE = "内外|内/外|內外|[内內外]"
_TIME = "白天|清晨|黄昏|傍晚|夜晚|晚上|上午|下午|凌晨|深夜|[日夜晨昏早晚]"
_GAP = r"[\s,，、/.．·—–-]"
_CHINESE = re.compile(
    rf"(?:(?P<place>\S.*?){_GAP}+(?P<time>{_TIME}){_GAP}*(?P<side>{_SIDE})景?"
    rf"|(?P<side1>{_SIDE})景?{_GAP}*(?:[:：]\s*)?(?P<place1>\S.*?){_GAP}+(?P<time1>{_TIME})景?"
    rf"|(?P<time2>{_TIME})景?{_GAP}*(?P<side2>{_SIDE})景?{_GAP}+(?P<place2>\S.*?)"
    rf"|(?P<place3>\S.*?){_GAP}+(?P<side3>{_SIDE})景?{_GAP}*(?P<time3>{_TIME})景?)$"
)


def is_heading(text: str) -> bool:
    """True for a line that begins as a scene heading does (its number left aside).

    >>> [is_heading(text) for text in ("INT. KITCHEN - DAY", "Interior designers wait.", "EXTRA")]
    [True, False, False]
    """
    return _prefix(text) is not None or _chinese(text) is not None


def _chinese(text: str) -> re.Match[str] | None:
    if text.isascii() or len(text) > _LONGEST_CHINESE or not _SIDES.intersection(text):
        return None
    return _CHINESE.match(text)


def _prefix(text: str) -> re.Match[str] | None:
    if text[:1] not in _FIRST_LETTERS:
        return None if text[:1].isascii() else _caseless(text)
    match = _PREFIX.match(text)
    if match is None or match[0].endswith("."):
        return match
    words = match["words"]
    doubtful = words[:4].upper() in LONG_PREFIXES or words.upper() == "EST"
    return None if doubtful and not words.isupper() else match


def _caseless(text: str) -> re.Match[str] | None:
    """A word for indoors or outdoors that is in daily use too: a dot, or a time at the end."""
    match = _CASELESS.match(text)
    if match is None or match["dot"] or len(text) > _LONGEST_CASELESS:
        return match
    parts = _PARTS.split(text[match.end() :].strip(" /–-"))
    return match if read_light(parts[-1])[0] or cut_time(parts[-1])[1] else None


def is_omitted(text: str) -> bool:
    """True for what stands in place of a scene kept only for its number.

    >>> is_omitted("OMITTED"), is_omitted("SCENES 12-14 OMITTED"), is_omitted("He omitted it.")
    (True, True, False)
    """
    if len(text) >= _LONGEST_OMITTED or not _MAY_OMIT.search(text):
        return False
    words = [word.upper() for word in re.findall(r"\w+", text)]
    rest = [word for word in words if word not in OMITTED]
    fillers = {"SCENE", "SCENES", "SC", "AND", "TO", "THROUGH"}
    return len(rest) < len(words) and all(
        word in fillers or any(c.isdigit() for c in word) for word in rest
    )


def read_number(text: str) -> tuple[str, str]:
    """Part a heading from its scene number, written ``#12#`` after it or bare before it.

    A number before the heading may stand after it too, as on a numbered script.

    Returns:
        The heading and the number, which is empty when there is none.

    >>> read_number("INT. ROOM #3 - NIGHT #12#")
    ('INT. ROOM #3 - NIGHT', '12')
    >>> read_number("12A INT. HALL - DAY 12A")
    ('INT. HALL - DAY', '12A')
    """
    text = text.strip()
    end = text[-_LONGEST_NUMBER:]
    if text.endswith("#") and (match := _NUMBER_AFTER.search(end)):
        text, number = text[: len(text) - len(end) + match.start()].rstrip(), match[1]
        if not text[:1].isdigit():
            return text, number
    else:
        number = ""
    match = _NUMBER_BEFORE.match(text)
    if match is None:
        return text, number
    rest = text[match.end() :]
    if not is_heading(rest) and not is_omitted(rest):
        return text, number
    return rest.removesuffix(match[1]).rstrip(), number or match[1]


def read_heading(raw_text: str, previous: TimeOfDay | None = None) -> Heading:
    """Take a heading apart.

    Args:
        raw_text: As written, without its scene number; 500 characters of it are taken apart.
        previous: The light of the scene before; None for the first scene.

    Returns:
        Its parts; ``int_ext`` is None and ``time`` empty where the heading does not say.

    >>> read_heading("INT. LIGHTHOUSE - LAMP ROOM - NIGHT").set
    'LIGHTHOUSE - LAMP ROOM'
    """
    raw = raw_text.strip()
    inherited = previous or TimeOfDay.DAY
    if chinese := _chinese(raw):
        return _read_chinese(raw, chinese)
    match = _prefix(raw)
    rest = raw[match.end() :] if match else raw
    rest = " ".join(rest[:_LONGEST].split())
    parts = [part.strip() for part in _PARTS.split(rest.lstrip(" -–—:"))]
    parts = [part for part in parts if part] or [""]
    place, times, modifiers = _sort_parts(parts)
    light = next((found for part in times if (found := read_light(part)[1])), inherited)
    where = " - ".join(place).upper()
    return Heading(
        raw=raw,
        int_ext=_int_ext(match["words"]) if match else None,
        set=where,
        place=_first_place(where),
        time=" - ".join(times).upper(),
        time_of_day=light,
        modifiers=tuple(modifier.upper() for modifier in modifiers),
    )


def _int_ext(words: str) -> IntExt:
    pair = re.split(r"[/&+–-]", words)
    inside = [bool(_INSIDE.search(each)) for each in pair]
    if len(pair) > 1 and True in inside and False in inside:
        return IntExt.BOTH
    return IntExt.INT if inside[0] else IntExt.EXT


def _sort_parts(parts: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Set, time and modifiers of a heading cut at its dashes."""
    place: list[str] = []
    times: list[str] = []
    modifiers: list[str] = []
    leads = not any(read_light(_cut_brackets(part)[0])[0] for part in parts[1:])
    for index, part in enumerate(parts):
        bare, asides = _cut_brackets(part)
        if (index or len(parts) == 1 or leads) and read_light(bare)[0]:
            times.append(bare if bare.endswith(("M.", "m.")) else bare.rstrip("."))
        elif (times and place) or (index and _is_modifier(bare)):
            modifiers.append(part)
            continue
        else:
            place.append(bare)
        modifiers += asides
    if not times and place:
        where, time = cut_time(place[-1])
        if time:
            place[-1] = where
            times.append(time)
    return place, times, modifiers


def _cut_brackets(part: str) -> tuple[str, list[str]]:
    """Trailing brackets that hold a year, a time or a manner; others belong to the name."""
    asides: list[str] = []
    while match := _BRACKETS.search(part):
        before = part[: match.start()]
        said = match[1].strip()
        if not (
            said[:4].isdigit() or _is_modifier(said) or read_light(before)[0] or read_light(said)[0]
        ):
            break
        part = before
        asides.insert(0, said)
    return part, asides


def _is_modifier(part: str) -> bool:
    words = part.upper().replace("’", "'").split()
    return bool(words) and len(words) < 4 and words[0].strip(".:") in MODIFIERS


def _first_place(where: str) -> str:
    first = where.split(" - ", maxsplit=1)[0].split(",", maxsplit=1)[0]
    left, slash, right = first.partition("/")
    return (
        left.strip() if slash and min(len(left.strip()), len(right.strip())) > 2 else first.strip()
    )


def _read_chinese(raw: str, match: re.Match[str]) -> Heading:
    found = {name.rstrip("123"): said for name, said in match.groupdict().items() if said}
    side, where, time = found["side"], found["place"].strip(), found["time"]
    return Heading(
        raw=raw,
        int_ext=IntExt.EXT if side == "外" else IntExt.INT if len(side) == 1 else IntExt.BOTH,
        set=where.upper(),
        place=_first_place(where.upper()),
        time=time,
        time_of_day=LIGHT.get(time, TimeOfDay.DAY),
    )
