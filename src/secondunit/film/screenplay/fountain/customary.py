"""What custom calls a line that the syntax of Fountain calls something else.

Source: usage of the trade; Final Draft's own types New Act, End of Act and Cold Opening for the
cards; its SmartType list for transitions that do not end with TO.
"""

from __future__ import annotations

import re

from secondunit.film.screenplay.model import LineKind

_TRANSITION = re.compile(
    r"(?:FADE (?:IN|OUT|UP|TO \w+)|(?:SMASH |CUT |HARD CUT )+TO BLACK"
    r"|(?:SMASH |JUMP |MATCH |HARD )?CUT TO|DISSOLVE TO)[.:]?$"
)
_COUNT = r"(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|[IVX]{1,4}|\d{1,2})"
_NUMBERED_ACT = re.compile(rf"(?:END (?:OF )?)?(?:THE )?ACT {_COUNT}[.:]?$", re.IGNORECASE)
_ACT = re.compile(
    rf"(?:END (?:OF )?)?(?:THE )?(?:ACT(?: {_COUNT})?|TEASER|TAG|COLD OPEN(?:ING)?|PROLOGUE"
    r"|EPILOGUE)(?: (?:BREAK|OUT|CONTINUED|CONT'D|\d{1,2}))?[.:]?$"
)
_END = re.compile(r"END\b", re.IGNORECASE)
_PREFIX = re.compile(r"(?:INT\.?/EXT|I/E|INT|EXT|EST)[. ]", re.IGNORECASE)


def customary_kind(text: str) -> LineKind | None:
    """TRANSITION or ACT where custom calls a line so, or None.

    Args:
        text: A line of action, or one that is centred, without marks.

    >>> customary_kind("FADE OUT."), customary_kind("END OF ACT TWO"), customary_kind("HE RUNS.")
    (<LineKind.TRANSITION: 'transition'>, <LineKind.ACT: 'act'>, None)
    """
    if not text.isupper():
        return LineKind.ACT if _NUMBERED_ACT.match(text) else None
    if _TRANSITION.match(text):
        return LineKind.TRANSITION
    return LineKind.ACT if _ACT.match(text) else None


def is_end_of_act(text: str) -> bool:
    """True for the card that ends an act and not one that begins it.

    >>> is_end_of_act("END OF ACT ONE"), is_end_of_act("ACT TWO")
    (True, False)
    """
    return _END.match(text) is not None


def is_listed_prefix(text: str) -> bool:
    """True for a heading that begins as the syntax lists it; custom knows many more.

    >>> is_listed_prefix("int. hall - day"), is_listed_prefix("INNEN. HALLE - TAG")
    (True, False)
    """
    return _PREFIX.match(text) is not None
