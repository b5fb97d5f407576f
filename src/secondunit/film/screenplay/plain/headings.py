"""How much each row of a messy script opens a scene: by its looks and by the other headings.

The headings that are sure, by their prefix or their time, tell where headings stand and which
places the script has; a row that names such a place, or any place, is judged by them.

Source: usage of the trade; the weights are hand-set.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from secondunit.film.screenplay.plain.looks import Looks
from secondunit.film.screenplay.plain.places import Places, find_places, is_bare_name
from secondunit.film.screenplay.plain.rows import PlainRow, are_whole
from secondunit.film.screenplay.plain.words import is_act

_DASH = re.compile(r"\s[-–—]+\s")
_FEW = 5  # sure headings that tell nothing about the others
_ONE_IN = 150  # rows; a script with fewer headings than that writes them in another way
_KNOWN = 3.5  # score of a row that names a place the script has
_SOME = 0.25  # of the headings; where that many rows name places, places alone are headings
_HALF = 0.5  # of the headings with a prefix; a script with that many bare names has both kinds
_MANY = 4.0  # score of a bare name there
_TIMED = 3.0  # what a place can add where a time tells already
_NO_GAPS = (0.0, 0.0, 0.0)
_SHORT = 45
_WORDY = (".", ",", "!", "?", ";", '"', "”", "…", "-", "–", "—")


def score_headings(
    rows: Sequence[PlainRow],
    looks: Sequence[Looks],
    gaps: Sequence[int],
    names: Counter[str],
    *,
    is_parted: bool,
) -> list[tuple[float, float]]:
    """Score of each row as a heading, and how much of that is the place that it names."""
    sure = [look.heading > 1 or (look.heading == 1 and look.capital) for look in looks]
    heads = [row.text for row, is_sure in zip(rows, sure, strict=True) if is_sure]
    small = sum(not look.capital for look, is_sure in zip(looks, sure, strict=True) if is_sure)
    apart = _set_off(rows, gaps, is_parted=is_parted)
    like = [
        look.capital or (2 * small > len(heads) and off and _is_small_heading(row.text))
        for row, look, off in zip(rows, looks, apart, strict=True)
    ]
    place = _place_scores(rows, looks, like, find_places(heads, names), names)
    tails = _repeated_tails(rows, looks)
    above = _gap_scores(sure, gaps) if is_parted else _NO_GAPS
    known = sum(
        off and score >= _KNOWN and not look.heading
        for off, score, look in zip(apart, place, looks, strict=True)
    )
    bare = _bare_names(rows, looks, apart, names)
    freely = _bareness(looks, len(rows))
    if known > max(_FEW, _SOME * len(heads)):
        freely = max(freely, 2.0)
    is_mixed = not freely and sum(bare) > max(_FEW, _HALF * len(heads))
    named = _MANY if is_mixed else freely
    scores = []
    for index, (row, look) in enumerate(zip(rows, looks, strict=True)):
        score = _looks_score(row, look, set_off=apart[index], is_like=like[index])
        if like[index] and _may_be_place(look):
            score += (
                min(place[index], _TIMED) if look.heading else place[index] + above[gaps[index]]
            )
            score += named if bare[index] else freely if apart[index] else 0.0
        if not look.heading and _tail(row.text) in tails:
            score += 7.0
        scores.append((score, place[index]))
    return scores


def _place_scores(
    rows: Sequence[PlainRow],
    looks: Sequence[Looks],
    like: Sequence[bool],
    places: Places,
    names: Counter[str],
) -> list[float]:
    """How much each row names a place; the same words are asked once."""
    asked: dict[str, float] = {}
    scores = []
    for row, look, is_like in zip(rows, looks, like, strict=True):
        if not is_like or not _may_be_place(look):
            scores.append(0.0)
            continue
        if row.text not in asked:
            asked[row.text] = places.score(row.text, names)
        scores.append(asked[row.text])
    return scores


def _set_off(rows: Sequence[PlainRow], gaps: Sequence[int], *, is_parted: bool) -> list[bool]:
    """Whether each row is a paragraph by itself, as far as gaps tell."""
    if not is_parted:
        return [are_whole(rows)] * len(rows)
    return [bool(gap and after) for gap, after in zip(gaps, [*gaps[1:], 2], strict=True)]


def _bare_names(
    rows: Sequence[PlainRow], looks: Sequence[Looks], apart: Sequence[bool], names: Counter[str]
) -> list[bool]:
    """Whether each row is a paragraph of a few words in capitals that name something, and nobody
    who speaks: what a place alone looks like, and little else where there are many."""
    return [
        off
        and look.capital
        and not (look.heading or look.shot or look.stage or is_act(row.text))
        and names[look.name] < 2
        and _may_be_place(look)
        and is_bare_name(row.text)
        for row, look, off in zip(rows, looks, apart, strict=True)
    ]


def _may_be_place(look: Looks) -> bool:
    return look.heading < 2 and not (look.bracket or look.transition)


def _is_small_heading(text: str) -> bool:
    return len(text) < _SHORT and not text.endswith(_WORDY)


def _looks_score(row: PlainRow, look: Looks, *, set_off: bool, is_like: bool) -> float:
    score = (-6.0, 1.5, 4.5, 9.0)[look.heading]
    if row.number and look.capital and not look.transition:
        score += 7.0 if row.both else 4.5
    if not is_like and look.heading < 2:
        score -= 0.0 if look.heading and set_off else 6.0
    if set_off and is_like and not look.heading:
        score += 1.0 if look.capital else 2.5
    if look.heading < 2 and is_act(row.text):
        score -= 8.0
    return score


def _bareness(looks: Sequence[Looks], count: int) -> float:
    """How much a script lacks headings by their prefix, so that others are looked for."""
    if _ONE_IN * sum(look.heading > 1 for look in looks) >= count:
        return 0.0
    timed = sum(look.heading == 1 and look.capital for look in looks)
    return 1.5 if _ONE_IN * timed >= count else 4.0


def _gap_scores(sure: Sequence[bool], gaps: Sequence[int]) -> tuple[float, ...]:
    """How much more each gap stands above the sure headings of a script than above other rows."""
    heads = Counter(gap for gap, is_sure in zip(gaps, sure, strict=True) if is_sure)
    rest = Counter(gap for gap in gaps if gap)
    if heads.total() < _FEW:
        return _NO_GAPS
    return tuple(
        min(
            max(
                log(
                    (heads[gap] + 0.3)
                    * (rest.total() + 1)
                    / ((rest[gap] + 0.3) * (heads.total() + 1))
                ),
                -4.0,
            ),
            2.0,
        )
        if gap
        else 0.0
        for gap in range(3)
    )


def _tail(text: str) -> str:
    """What stands after the last dash of a row, where a heading names the time, or ""."""
    cut = _DASH.split(text)
    return cut[-1].strip(" .") if len(cut) > 1 and len(cut[-1]) < 24 else ""


def _repeated_tails(rows: Sequence[PlainRow], looks: Sequence[Looks]) -> frozenset[str]:
    """Tails that many rows in capitals share: times of day, in whatever language."""
    seen = Counter(
        tail
        for row, look in zip(rows, looks, strict=True)
        if look.capital and not look.bracket and (tail := _tail(row.text)) and tail[0].isalpha()
    )
    return frozenset(tail for tail, count in seen.items() if count > 2)
