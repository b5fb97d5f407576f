"""Rows in capitals that name a place: headings that leave out INT and EXT, and often the time.

What a person goes by is the rest of the script: the place was in a heading before, or its words
were; it is a kind of place; a dash parts it, or it says that we are back there. A name that
speaks, an article, a full stop or a verb say that it is something seen, not somewhere.

Source: usage of the trade in secondary headings; the nouns are those that headings are made of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from secondunit.film.screenplay.heading import read_heading
from secondunit.film.screenplay.plain.place_words import ADVERBS, HEADS, NOUNS, SMALL_WORDS

_PARTS = re.compile(r"\s+[-–—]+\s+|\s*[/,:;]\s+|\s*/\s*|--+|\s*[–—]\s*")
_BRACKET = re.compile(r"\s*\([^()]*\)?")
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_YEAR = re.compile(r"\((?:[A-Z]{0,3}\d{1,4}s?|.*\b(?:19|20)\d\d\b.*)\)$", re.IGNORECASE)
_BACK = re.compile(
    r"(?:BACK|RETURN(?:ING)?|CUT|INTERCUT)\s(?:TO|AT|IN|INSIDE|OUTSIDE|ON|WITH)\s", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?:OUTSIDE|INSIDE|ELSEWHERE|NEARBY|IN FRONT OF|BEHIND|BENEATH|ABOVE|BELOW|AT|IN|ON|NEAR|BY"
    r"|ACROSS|ALONG|UNDER|OVER|BACK)\b|THE\s)"
)
_SEEN = re.compile(
    r"(?:AN?|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|HIS|HER|THEIR|HE|SHE|THEY|WE|IT|ITS|YOUR"
    r")\s"
)
_DOING = re.compile(r"\w{3,}ING\s+([\w'’]+)")
_WHICH = re.compile(r"\s+(?:#\s?\w{1,3}|[\"“'‘]\w{1,3}[\"”'’]|\d{1,4}[A-Z]?|[A-Z])$")
_NOTICE = re.compile(
    r"(?:SP?E?FX|VFX|FX|GR?FX|GRAPHICS?|MUSIC|SONG|SOUNDS?|LIGHTS?|LIGHTING|NOTE|SUPER|CHYRON|TITLES?|CAPTION"
    r"|CUE|VO|CAST|CHARACTERS)\b[^:]{0,20}:"
)
_CARD = re.compile(
    r"(?:(?:END |START |BEGIN )?(?:OF )?(?:SCENE|ACT|PART|EPISODE)\s[A-Z\d-]{1,6}"
    r"|(?:\w+ )*(?:TITLES?|CREDITS)|(?:VARIOUS|SERIES OF) (?:SHOTS|ANGLES))[.:]?$"
)
_PERSON = re.compile(r"\b(?:HE|SHE|THEY|HIM|HIS|HER|THEIR|THEM|WE|IT|YOU|I|IS|ARE|WAS|WERE|HAS)\b")
_AND = re.compile(r"\bAND\b")
_SENTENCE = (".", ",", "…", "-", "–", "—", ":", '"', "”", ")")
_SHOUT = ("!", "?")
_LONGEST = 70
_BARE = 45  # characters that a place alone has at most
_HEAD, _WITHIN, _NAMED = 2.5, 1.2, 3.0  # a kind of place as head, in a part, as all there is
_NOBODY: Counter[str] = Counter()


@dataclass(frozen=True, slots=True)
class Places:
    """Where the scenes of a script play, by its sure headings.

    Args:
        sets: How often each part of a set stands in them.
        words: Words of these that are no name of a speaker.
    """

    sets: Counter[str]
    words: frozenset[str]

    def score(self, text: str, speakers: Counter[str]) -> float:
        """How much a row in capitals names a place, 0 for a row that tells nothing.

        Args:
            text: The row.
            speakers: How often each name stands as a cue.
        """
        if len(text) > _LONGEST:
            return 0.0
        parts = _pieces(text)
        bare = _BACK.sub("", parts[0], count=1)
        content = _content(text)
        is_known = any(self.sets[each] for each in (*parts, bare))
        noun = max((_noun_score(part) for part in parts), default=0.0)
        kind = _WHICH.sub("", text)
        score = -_looks_seen(kind, parts, speakers if not is_known else _NOBODY)
        if len(parts) == 1 and noun < _HEAD and _AND.search(text):
            score -= 1.5
        if is_known:
            score += 5.5 if len(parts) > 1 or _BACK.match(text) else 3.5
        elif content:
            share = sum(word in self.words for word in content) / len(content)
            score += 3.0 * share if share >= 0.5 else 0.0
        says_no_more = is_bare_name(kind) or bool(_BACK.match(text))
        score += noun + (_NAMED if noun == _HEAD and says_no_more else 0.0)
        score += 1.0 if len(parts) > 1 else 0.0
        score += 1.5 if _YEAR.search(text) else 0.0
        score += 2.0 if _BACK.match(text) else 1.0 if _LEAD.match(text) else 0.0
        return score + (2.0 if text.upper().strip(" .") in ADVERBS else 0.0)


def is_bare_name(text: str) -> bool:
    """A few words that name something and say no more: no article or preposition before them, no
    verb, no mark after them.

    >>> [is_bare_name(t) for t in ("ANNA'S KITCHEN", "THE KITCHEN", "A KITCHEN.", "SFX: BELL")]
    [True, False, False, False]
    """
    return (
        len(text) <= _BARE
        and not text.endswith((*_SENTENCE, *_SHOUT))
        and not _is_seen(text)
        and not any(each.match(text) for each in (_LEAD, _NOTICE, _CARD))
        and not _PERSON.search(text)
    )


def _looks_seen(text: str, parts: Sequence[str], speakers: Counter[str]) -> float:
    """How much a row in capitals names what is seen or done."""
    score = 0.0
    if text.endswith(_SHOUT):
        score += 4.0
    elif text.endswith(_SENTENCE) and not _YEAR.search(text):
        score += 2.5
    if _is_seen(text):
        score += 2.0
    if _NOTICE.match(text) or _CARD.match(text):
        score += 6.0
    if len(parts) == 1 and _PERSON.search(text):
        score += 1.5
    if speakers[parts[0]] > 1:
        score += 2.0
    return score


def _is_seen(text: str) -> bool:
    """A row begins as what is seen or done does: an article, a number, a verb in ``-ING`` (but
    ``LIVING ROOM``)."""
    doing = _DOING.match(text)
    return bool(_SEEN.match(text)) or (doing is not None and not _is_kind(doing[1]))


def _is_kind(word: str) -> bool:
    """A kind of place, in the singular or the plural, or a compound of one."""
    return word in NOUNS or word.rstrip("S") in NOUNS or word.endswith(HEADS)


def _noun_score(part: str) -> float:
    """A kind of place at the end of a part, where the head of a name stands, or in it."""
    words = _WHICH.sub("", part).split()
    if not words:
        return 0.0
    if _is_kind(words[-1].rstrip(".'’")):
        return _HEAD
    return _WITHIN if any(word in NOUNS for word in words) else 0.0


def find_places(headings: Iterable[str], speakers: Counter[str]) -> Places:
    """The places of a script.

    Args:
        headings: Rows that are surely headings.
        speakers: How often each row that can be a name stands.
    """
    sets: Counter[str] = Counter()
    words: set[str] = set()
    for text in headings:
        for part, content in _set_of(text):
            sets[part] += 1
            words.update(content)
    names = {word for name, count in speakers.items() if count > 1 for word in name.split()}
    names -= {word for word in names if sets[word]}
    return Places(sets=sets, words=frozenset(words - names))


@lru_cache(maxsize=2048)
def _set_of(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The parts of a heading's set that have words of their own, with those words."""
    parts = ((part, tuple(_content(part))) for part in _pieces(read_heading(text).set))
    return tuple((part, content) for part, content in parts if content)


def _pieces(text: str) -> list[str]:
    """The parts of a heading in capitals, without brackets and a leading article."""
    bare = _BRACKET.sub("", text.upper())
    parts = [part.strip(" .-–—").removeprefix("THE ") for part in _PARTS.split(bare)]
    return [part for part in parts if part] or [""]


def _content(text: str) -> list[str]:
    words = (
        word.rstrip(".").removesuffix("'S").removesuffix("’S")
        for word in _WORD.findall(text.upper())
    )
    return [word for word in words if len(word) > 1 and word not in SMALL_WORDS]
