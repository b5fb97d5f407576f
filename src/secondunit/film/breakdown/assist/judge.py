"""The guard: what a text model claims is taken only where the script bears it out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.evidence import ScriptSpan
from secondunit.film.breakdown.assist.names import forms, is_named_in, plain_name
from secondunit.film.breakdown.assist.question import QUOTABLE, shown_lines
from secondunit.film.breakdown.assist.reply import Claim, ReadReply
from secondunit.film.breakdown.assist.table import AssistTable
from secondunit.film.breakdown.lexicon import Lexicon, phrase_pattern
from secondunit.film.breakdown.memory import Memory
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import Line, Scene


class Reason(StrEnum):
    """Why a claim is refused."""

    UNREADABLE = "unreadable"
    MALFORMED = "malformed"
    TOO_MANY = "too-many"
    EMPTY = "empty"
    NO_LINE = "no-line"
    NOT_QUOTABLE = "not-quotable"
    QUOTE_DIFFERS = "quote-differs"
    UNKNOWN_CATEGORY = "unknown-category"
    BAD_NAME = "bad-name"
    NAME_NOT_QUOTED = "name-not-quoted"
    UNKNOWN_CHARACTER = "unknown-character"
    IDIOM = "idiom"
    REJECTED = "rejected"
    DUPLICATE = "duplicate"
    OTHER_CATEGORY = "other-category"


SAYS = {
    Reason.UNREADABLE: "the answer is no JSON of the schema",
    Reason.MALFORMED: "the item has not its shape",
    Reason.TOO_MANY: "the answer has more items than a scene can need",
    Reason.EMPTY: "it names or quotes nothing",
    Reason.NO_LINE: "the scene has no such line",
    Reason.NOT_QUOTABLE: "it quotes words that are only spoken, or a heading",
    Reason.QUOTE_DIFFERS: "the quote does not stand in its line, or not in one place only",
    Reason.UNKNOWN_CATEGORY: "there is no such category",
    Reason.BAD_NAME: "the name is no name of a thing",
    Reason.NAME_NOT_QUOTED: "the quote does not name the element",
    Reason.UNKNOWN_CHARACTER: "the script has no such character",
    Reason.IDIOM: "the words are a figure of speech",
    Reason.REJECTED: "people of this production have rejected it",
    Reason.DUPLICATE: "it was said before",
    Reason.OTHER_CATEGORY: "a rule has it in another category",
}
"""Reasons in words."""

_NAME = re.compile(r"[\w][\w '’.&/-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim that the script bears out.

    Args:
        element: The element.
        span: The words that ask for it.
        confidence: As the model says, 0 to 1.
        repaired: True where the quote stood elsewhere in its line than the model said.
    """

    element: Element
    span: ScriptSpan
    confidence: float
    repaired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A claim that was not taken, or several.

    Args:
        reason: Why.
        name: Of the element, or "" where the name itself is not to be repeated.
        count: Claims refused so.
    """

    reason: Reason
    name: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What became of one answer."""

    found: tuple[Found, ...] = ()
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What claims are judged by, the same for all scenes.

    Args:
        table: Categories and limits.
        lexicon: The words of the language.
        characters: Names of the script's characters, in capitals.
        memory: What people rejected.
    """

    table: AssistTable
    lexicon: Lexicon
    characters: frozenset[str]
    memory: Memory


def judge(scene: Scene, reply: ReadReply, bench: Bench) -> Judged:
    """Judge all that a model claims of a scene."""
    if not reply.readable:
        return Judged(refused=(Refusal(reason=Reason.UNREADABLE),))
    if len(reply.claims) + reply.malformed > bench.table.limits.most_items:
        count = len(reply.claims) + reply.malformed
        return Judged(refused=(Refusal(reason=Reason.TOO_MANY, count=count),))
    refused: list[Refusal] = []
    if reply.malformed:
        refused.append(Refusal(reason=Reason.MALFORMED, count=reply.malformed))
    lines = shown_lines(scene)
    found: dict[tuple[Category, str, int, int, str], Found] = {}
    for claim in reply.claims:
        got = _judge_one(scene, lines, claim, bench)
        if isinstance(got, Found):
            span, element = got.span, got.element
            key = (element.category, element.name, span.start, span.end, span.line)
            if key in found:
                refused.append(Refusal(reason=Reason.DUPLICATE, name=element.name))
            found.setdefault(key, got)
        else:
            refused.append(got)
    return Judged(found=tuple(found.values()), refused=tuple(refused))


def _judge_one(scene: Scene, lines: Sequence[Line], claim: Claim, bench: Bench) -> Found | Refusal:
    category = next((key for key in bench.table.categories if key.value == claim.category), None)
    name = _name(claim.element, bench)
    if not claim.element.strip() or not claim.quote.strip():
        return Refusal(reason=Reason.EMPTY)
    if not name:
        return Refusal(reason=Reason.BAD_NAME)
    if category is None:
        return Refusal(reason=Reason.UNKNOWN_CATEGORY, name=name)
    if not 1 <= claim.line <= len(lines):
        return Refusal(reason=Reason.NO_LINE, name=name)
    line = lines[claim.line - 1]
    if line.kind not in QUOTABLE:
        return Refusal(reason=Reason.NOT_QUOTABLE, name=name)
    start = _place(line.text, claim)
    if start is None:
        return Refusal(reason=Reason.QUOTE_DIFFERS, name=name)
    end = start + len(claim.quote)
    if (reason := _against(name, category, claim, line, (start, end), bench)) is not None:
        return Refusal(reason=reason, name=name)
    element = Element(
        scene=scene.id,
        category=category,
        name=name.upper() if category is Category.CAST else name,
        quantity=_quantity(claim.quantity, line.text, bench.lexicon),
        implied=not claim.explicit and category is not Category.CAST,
    )
    span = ScriptSpan(scene=scene.id, line=line.id, start=start, end=end, quote=claim.quote)
    return Found(
        element=element,
        span=span,
        confidence=min(1.0, max(0.0, claim.confidence)),
        repaired=start != claim.start or end != claim.end,
    )


def _against(
    name: str,
    category: Category,
    claim: Claim,
    line: Line,
    place: tuple[int, int],
    bench: Bench,
) -> Reason | None:
    """What speaks against a claim whose quote is there."""
    language = bench.lexicon.language
    if _is_rejected(name, category, bench):
        return Reason.REJECTED
    if category is Category.CAST:
        return None if name.upper() in bench.characters else Reason.UNKNOWN_CHARACTER
    if claim.explicit and not is_named_in(name, claim.quote, language):
        return Reason.NAME_NOT_QUOTED
    idioms = phrase_pattern(bench.lexicon.idioms).finditer(line.text)
    if any(start < each.end() and each.start() < end for each in idioms for start, end in (place,)):
        return Reason.IDIOM
    return None


def _is_rejected(name: str, category: Category, bench: Bench) -> bool:
    language = bench.lexicon.language
    known = forms(name, language)
    return any(
        each.category is category and known & forms(each.name, language)
        for each in bench.memory.rejected
    )


def _place(text: str, claim: Claim) -> int | None:
    """Where the quote stands as whole words, a plural's ending apart: where the model says, else
    in the one place where it does."""
    whole = re.compile(rf"(?<!\w)(?={re.escape(claim.quote)}(?:e?s)?(?!\w))")
    places = [found.start() for found in whole.finditer(text)]
    if claim.start in places and claim.end == claim.start + len(claim.quote):
        return claim.start
    return places[0] if len(places) == 1 else None


def _name(given: str, bench: Bench) -> str:
    """The name as a list prints it, or "" where it is none."""
    name = plain_name(unicodedata.normalize("NFC", given), bench.lexicon)
    fits = _NAME.fullmatch(name) and len(name) <= bench.table.limits.longest_name
    return name if fits else ""


def _quantity(claimed: int, text: str, lexicon: Lexicon) -> int:
    """As many as the model says where the line gives that number, else one."""
    words = re.findall(r"\w+", text.casefold())
    numbers: Iterable[int] = (
        int(word) if word.isdecimal() and len(word) < 6 else lexicon.people.numbers.get(word, 0)
        for word in words
    )
    return claimed if claimed > 1 and claimed in set(numbers) else 1
