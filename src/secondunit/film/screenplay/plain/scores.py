"""How much a row of a messy script looks like each label, by itself and by what others voted.

The weights are hand-set from the customs of the trade; none is learned from any script.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from secondunit.film.screenplay.plain.headings import score_headings
from secondunit.film.screenplay.plain.looks import Looks
from secondunit.film.screenplay.plain.rows import PlainRow
from secondunit.film.screenplay.plain.votes import LABELS, Ballot, layout_scores
from secondunit.film.screenplay.plain.words import is_act

NEVER = -30.0
"""Score of what cannot be."""

_PLACE = 4.0  # score of what names a place more surely than a shot
_CAST = 8.0  # score that a list of speakers takes from a remark
S, A, C, D, P, _ = LABELS
_COMMA = re.compile(r"\s*(?:,|&|/|\bAND\b)\s*", re.IGNORECASE)
_NAMED = re.compile(r"(?:The\s)?([A-Z][\w'’]+)(?:'s|’s)?\s(?:and\s[A-Z]\w+\s|[A-Z]\w+\s)?[a-z]")
_THIRD = re.compile(r"(?:He|She|They|The\s[a-z]+)\s(?:[a-z]+ly\s)?[a-z]{3,}s?\s?[a-z.]")


def score_rows(
    rows: Sequence[PlainRow],
    looks: Sequence[Looks],
    gaps: Sequence[int],
    names: Counter[str],
    ballot: Ballot | None,
    *,
    is_parted: bool,
) -> list[list[float]]:
    """Score of every label for every row."""
    scores = []
    headings = score_headings(rows, looks, gaps, names, is_parted=is_parted)
    known = {word for name, count in names.items() if count > 1 for word in name.split()}
    for index, (row, look) in enumerate(zip(rows, looks, strict=True)):
        is_last = index + 1 == len(rows)
        after = 2 if is_last else gaps[index + 1]
        heading, place = headings[index]
        score = [
            heading,
            _action_score(look, names)
            - (2.0 if (row.number or place > 4.0) and look.shot else 0.0),
            _cue_score(row, look, names, after, is_last=is_last, is_parted=is_parted)
            - (max(place - 2.0, 0.0) if not look.extension else 0.0),
            (0.5 * look.words if not look.capital else -0.6),
            _bracket_score(look),
            _transition_score(row, look),
        ]
        if look.heading == 3:
            score[D] -= 3.0
        if look.stage:
            score[A] += 1.5
            score[D] -= 0.5
        if (first := _NAMED.match(row.text)) and first[1].upper() in known:
            score[A] += 1.8
            score[D] -= 1.2
        elif _THIRD.match(row.text):
            score[A] += 1.0
            score[D] -= 0.7
        if ballot is not None:
            score = [a + b for a, b in zip(score, layout_scores(ballot, row), strict=True)]
            if len(row.text) > ballot.speech_width:
                score[D] -= 2.5
            words = ballot.words.score(look.said)
            score[D] += 0.5 * words
            score[A] -= 0.5 * words
        scores.append(score)
    for index in _cast_lists(rows, looks, names):
        scores[index][P] -= _CAST
        scores[index][D] -= _CAST / 2
        if index and looks[index - 1].capital:
            scores[index - 1][S] += _CAST / 2
            scores[index - 1][C] -= _CAST / 2
    return scores


def _cast_lists(
    rows: Sequence[PlainRow], looks: Sequence[Looks], names: Counter[str]
) -> Iterator[int]:
    """Brackets that hold nothing but speakers, under what is none: who plays in the scene, as a
    multi-camera script lists them under its headings."""
    for index, (row, look) in enumerate(zip(rows, looks, strict=True)):
        if look.bracket != 2 or (index and names[looks[index - 1].name] > 2):
            continue
        inside = [part.strip().upper() for part in _COMMA.split(row.text.strip("() ."))]
        if all(names[part] > 1 for part in inside):
            yield index


def _action_score(look: Looks, names: Counter[str]) -> float:
    score = -0.25 * look.words
    if look.capital:
        score -= 0.6
    if look.name and look.capital and names[look.name] > 1:
        score -= 1.5
    if look.bracket == 2:
        score -= 0.5
    if look.shot:
        score += 2.0
    if look.heading == 3:
        score -= 4.0
    return score


def _cue_score(
    row: PlainRow,
    look: Looks,
    names: Counter[str],
    after: int,
    *,
    is_last: bool,
    is_parted: bool,
) -> float:
    if not look.name or look.bracket or is_last:
        return NEVER / 2
    known = names[look.name]
    score = 0.5 if look.capital else -1.5 if known > 2 else -7.0
    if known > 1:
        score += 1.5 + (0.5 if known > 4 else 0.0)
    if look.extension:
        score += 3.0
    if look.heading > 1:
        score -= 7.0
    elif look.heading:
        score -= 2.0
    if look.transition:
        score -= 5.0
    if look.shot or is_act(row.text) or (look.stage and not known):
        score -= 3.0
    if len(look.name) > 24:
        score -= 1.5
    if is_parted and after:
        score -= 0.5
    return score


def _bracket_score(look: Looks) -> float:
    if look.bracket:
        return (0.0, 4.0, 5.0)[look.bracket]
    return 3.5 if look.goes_on else -10.0


def _transition_score(row: PlainRow, look: Looks) -> float:
    if look.transition:
        return 6.0 if look.capital else 3.5
    if look.capital and not look.stage and row.text.endswith(":") and len(row.text) < 24:
        return -4.0
    return -9.0
