"""What a row of a messy script looks like by itself: heading, transition, name, bracket.

Source: usage of the trade; the slips that scanning makes (``lNT``, ``EXT,``, ``CUT T0:``).
"""

from __future__ import annotations

import re
from functools import lru_cache

from secondunit.film.screenplay.heading import is_heading, is_omitted, read_heading

_SLIP_HEADING = re.compile(
    r"(?:[I1l|!][NM][T7][.,:;]?|[EF]X[T7][.,:;]?|INTERIOR:?|EXTERIOR:?)"
    r"(?:\s?[/&-]\s?(?:[I1l|][NM][T7]|EX[T7])[.,:;]?)?(?=[\s.]|-)",
)
_INNER = re.compile(r"(?:[-–—.,:;]|^[A-Z' ]+)\s(?:INT|EXT)(?:[./]|\s-)")
_TRANSITION = re.compile(
    r"(?:(?:(?:SMASH|HARD|QUICK|MATCH|JUMP|TIME|FLASH|DIRECT|SHOCK|SLOW|FAST|INTER|BACK|RAPID|SNAP)"
    r"[ -]?){0,2}"
    r"(?:CUTS?|DISSOLVES?|FADES?|WIPES?|SEGUE|MORPHS?|FLASH(?:ES)?|IRIS|INTERCUT|BACK|SLAM|POPS?)"
    r"\b.{0,30}\bT[O0]\b[^a-z]{0,24}[:.]?"
    r"|(?:SLOW(?:LY)? )?FADE(?:S)?[ -](?:IN|OUT|UP|UPON|TO BLACK|TO WHITE)(?: ON| TO)?[:.…]*"
    r"|(?:SMASH |HARD |CUT )+(?:TO )?BLACK[.:]?|DISSOLVE[:.]|CUT[:.]|END (?:CREDITS|TITLES)[.:]?"
    r"|(?:THE|FADE TO|CUT TO|ROLL) END[.:]?|(?:FADE|CUT) TO (?:BLACK|WHITE)[.:]?"
    r"|(?:SMASH|HARD|MATCH|JUMP|TIME|SLAM|SHOCK|STRAIGHT) CUTS?[:.]?"
    r"|(?:QUICK|MATCHED|BACK|FLASH|CROSS|RAPID|SNAP|WHIP|LAP|SLOW|LONG|RIPPLE|FAST|SOFT|IRIS|MATCH)"
    r"[ -]?(?:CUT|DISSOLVE|FADE|WIPE|PAN|IN|OUT)[:.]|(?:FADE|WIPE|CUT BACK)[:.]"
    r"|FREEZE[ -]FRAME[:.]|END OF (?:SHOW|FILM)[.:]?"
    r"|[A-ZÀ-Þ' ]{2,24} TO:|INTERCUT(?: WITH)?:|BLACK ?OUT[.:]?"
    r"|(?:FONDU|CORTE|SCHNITT|DISSOLVENZA|STACCO|FUNDIDO|ÜBERBLENDUNG|COUPE)\b.{0,25}[:.]?)$"
)
_SHOT = re.compile(
    r"(?:CLOSE(?:R)?(?:[ -]?UP)?|ANGLE|(?:EXTREME|REVERSE|WIDE(?:R)?|NEW|ANOTHER|LOW|HIGH|TIGHT|MED"
    r"(?:IUM)?|FULL|LONG|TWO|2)\s(?:ANGLE|SHOT|CLOSE|ON)|INSERT|POV|FLASHBACK|MONTAGE|BACK TO|ON "
    r"|CAMERA|TRACKING|AERIAL|SERIES OF|.*'S P\.?O\.?V)\b"
)
_CAPTION = re.compile(
    r"(?:A |THE )?(?:MAIN |OPENING |END |CLOSING |BLACK )?(?:TITLES?|SUPER(?:IMPOSE)?D?|CHYRON|CARD"
    r"|CAPTION|LEGEND|SUBTITLE|CREDITS?|TEXT|CRAWL|SIGN|LETTERS?|NOTE|HEADLINE)\b.{0,40}[:.]$"
)
_STAGE = re.compile(
    r"(?:(?:(?:A|Another|One)\s(?:[a-z]+,?\s)?)?(?:[Bb]eat|[Pp]ause|[Ss]ilence|[Mm]oment)\b"
    r"|(?:OFF|ON|ANGLE|CLOSE|INSERT|POV|REVEAL|REVEALING|SUPER|TITLE|WIDE|TRACKING|PUSH|PAN)\b(?!:)"
    r"|(?:Off|On)\s(?:[A-Z]|his|her|their)"
    r"|(?:We|Camera|The camera)\s(?:[A-Z]{3,}|see|hear|find|follow|move|push|pull|pan|track|cut"
    r"|spot|hold|stay|watch|realize|go|glimpse|tilt|drift|notice)\b"
    r"|Finally[\s.,-]|Suddenly\b|With that\b|Then[\s,.]{1,2}[A-Za-z]+s\b)"
)
_ACT = re.compile(
    r"(?:END OF )?(?:ACT|TEASER|TAG|COLD OPEN(?:ING)?|PROLOGUE|EPILOGUE)\b"
    r"(?: [A-Z0-9-]+){0,2}[.:]?$"
)
_EXTENSION = re.compile(
    r"\((?:V\.?\s?O\.?|O\.?\s?[SC]\.?|CONT['’.]?D?\.?|CONTINUED|CONTINUING|OFF[ -]?\w*|ON \w+|"
    r"FILTERED|INTO \w+|PRE-?LAP|SUBTITLE[DS]?|VOICE[ -]?OVER|PHONE|RADIO|TV)[^()]*\)?",
    re.IGNORECASE,
)
_CONTD = re.compile(r"\(?\s*CONT(?:INUED|INUING|['’.]?D)?\.?\s*\)?$", re.IGNORECASE)
_PARTS = re.compile(r"\s[-–—]+\s*|[-–—]{2}|,\s")
_INITIAL = re.compile(r"(?:\w\s|^)(?:\w\.)+$")
_BRACKET = re.compile(r"\s*\([^()]*\)?\s*$")
_TITLES = ("MR.", "MRS.", "MS.", "DR.", "JR.", "SR.", "ST.", "SGT.", "LT.", "CAPT.", "PROF.")
_LONGEST_NAME = 38
_LONGEST_ROW = 120  # no name with its brackets is longer
_ALL, _MOST = 1.0, 0.8


@lru_cache(maxsize=4096)
def capital_share(text: str) -> float:
    """Share of capitals among the letters that have a case; 0 where there are none.

    >>> capital_share("JOHn"), capital_share("123")
    (0.75, 0.0)
    """
    if text.isupper():
        return _ALL
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    return upper / (upper + lower) if upper else 0.0


def is_capital(text: str) -> bool:
    """All in capitals but for a slip such as ``lNT`` or ``McCLANE``."""
    share = capital_share(text)
    return share == _ALL or (share >= _MOST and len(text) > 4)


def heading_strength(text: str) -> int:
    """How surely a row opens a scene: 3 by its prefix in capitals, 2 by its prefix, 1 by its time.

    >>> [heading_strength(t) for t in ("INT. HALL", "int. hall", "HALL - NIGHT", "He sits.")]
    [3, 2, 1, 0]
    """
    if is_omitted(text) and is_capital(text):
        return 3
    if is_heading(text):
        return 3 if is_capital(text[:16]) or text[:3].isupper() else 2
    if len(text) < 90 and is_capital(text) and _INNER.search(text):
        return 2
    if _SLIP_HEADING.match(text) and is_capital(text[3:20] or text):
        return 3
    if len(text) > 90 or text.endswith(("!", "?", "TO:")):
        return 0
    parts = len(_PARTS.split(text))
    if not is_capital(text) and (parts < 2 or text.endswith((".", ",")) or len(text) > 60):
        return 0
    time = read_heading(text).time
    return int(bool(time) and (parts > 1 or (len(text.split()) < 4 and len(time) + 1 >= len(text))))


def is_transition(text: str) -> bool:
    """A row that takes the picture from one scene to the next.

    >>> is_transition("SMASH CUT TO:"), is_transition("Cut to:"), is_transition("GO TO BED")
    (True, True, False)
    """
    if len(text) > 60:
        return False
    if is_capital(text):
        return bool(_TRANSITION.match(text.upper())) and not _CAPTION.match(text)
    is_short = text.endswith((":", ".")) and len(text) < 24 and text[:1].isupper()
    return is_short and bool(_TRANSITION.match(text.upper().replace(".", ":")))


def is_shot(text: str) -> bool:
    """A row in capitals that names a shot."""
    return is_capital(text) and bool(_SHOT.match(text))


def is_stage(text: str) -> bool:
    """A row that begins as only action does: a beat, a shot, where the camera goes.

    >>> is_stage("A long beat."), is_stage("TITLE OVER:"), is_stage("Come here.")
    (True, True, False)
    """
    return bool(_STAGE.match(text) or (is_capital(text) and _CAPTION.match(text)))


def is_act(text: str) -> bool:
    """A card that parts a teleplay into acts."""
    return bool(_ACT.match(text))


def has_extension(text: str) -> bool:
    """A name is followed by what only stands after names (``V.O.``, ``CONT'D``)."""
    return bool(_EXTENSION.search(text)) and not text.startswith("(")


def bare_name(text: str) -> str:
    """A row as a name: without brackets, CONT'D and the colon after it, in capitals.

    >>> bare_name("John (quietly):"), bare_name("MARY CONT'D")
    ('JOHN', 'MARY')
    """
    text = text.strip(" *_:").strip()
    if len(text) > _LONGEST_ROW:
        return text
    while (cut := _BRACKET.sub("", text)) != text and cut:
        text = cut
    cut = _CONTD.sub("", text).rstrip(" -–—:")
    return " ".join((cut or text).upper().split())


def can_be_name(text: str) -> bool:
    """Short, holds a letter, and does not end as a sentence does.

    >>> [can_be_name(text) for text in ("J.D. (V.O.)", "MR. T", "HE SITS.")]
    [True, True, False]
    """
    name = bare_name(text)
    if not name or len(name) > _LONGEST_NAME or not any(c.isalpha() for c in name):
        return False
    if text.startswith("(") or len(name.split()) > 5:
        return False
    is_sentence = name.endswith((".", "!", "?", ",", ";", '"', "”", "…"))
    return not is_sentence or name.endswith(_TITLES) or bool(_INITIAL.search(name))
