"""XML that stays well-formed and says strange things: what lies behind the parser is reached."""

from __future__ import annotations

import random
from copy import deepcopy
from xml.etree import ElementTree

_VALUES = (
    *("", " ", "0", "-1", "1", "nan", "inf", "1e999", "99999999999999999999", "Yes", "true", "9,1"),
    *("Scene Heading", "Character", "Dialogue", "Action", "\u200b", "é" * 300, "1" * 3000, "5/8"),
    *(
        "12A",
        "A12",
        "*",
        "[[",
        "/*",
        "INT. A - DAY",
        "(V.O.)",
        "{}",
        "#FFFFGGGGHHHH",
        "Left",
        "-3/8",
    ),
)
_TEXTS = (
    *_VALUES,
    "\n\n",
    "a " * 3000,
    "(" * 500,
    "\U000e0041",
    "WREN ^",
    "王明",
    "e\u0301",
    "]]>",
)


def mutate_tree(data: bytes, dice: random.Random) -> bytes:
    """A file whose elements are moved, doubled, dropped, renamed or filled with odd values.

    Args:
        data: Well-formed XML; other bytes are handed back as they are.
        dice: Decides.
    """
    try:
        root = ElementTree.fromstring(data)  # noqa: S314
    except (ElementTree.ParseError, ValueError):
        return data
    for _ in range(dice.choice([1, 2, 5, 20, 60])):
        elements = list(root.iter())
        _change(dice.choice(elements), dice.choice(elements), dice)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _change(one: ElementTree.Element, other: ElementTree.Element, dice: random.Random) -> None:
    match dice.randrange(8):
        case 0 | 1 if one.attrib:
            one.set(dice.choice(sorted(one.attrib)), dice.choice(_VALUES))
        case 2:
            one.attrib.update(dict(other.attrib))
        case 3:
            one.text = dice.choice(_TEXTS)
        case 4 if len(one):
            del one[dice.randrange(len(one))]
        case 5 if len(one):
            one.insert(dice.randrange(len(one) + 1), deepcopy(dice.choice(list(one))))
        case 6 if len(list(other.iter())) < _FEW:
            one.insert(dice.randrange(len(one) + 1), deepcopy(other))
        case _:
            one.tag = other.tag


_FEW = 50  # elements that are put elsewhere at once
