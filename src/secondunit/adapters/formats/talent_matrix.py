"""Instances of talent scheduling in: the plain matrix (``.dat``, ``.txt`` or no suffix) and the
MiniZinc data file (``.dzn``).

The plain matrix: a line with a name; how many scenes and how many performers; for each performer
a row of one mark a scene (1 plays, 0 does not) and then the rate; at last the durations. The data
file: a two-dimensional array of marks, a row a performer, an array of durations and, where the
performers are not paid alike, an array of rates.

Source: the instance files of Garcia de la Banda, Stuckey and Chu as public solvers carry them;
the data syntax of the MiniZinc handbook.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from secondunit.adapters.decoding import decode
from secondunit.core.errors import InputError
from secondunit.film.schedule.talent.model import TalentProblem

_PLAIN_REMEDY = (
    "Write a name, the counts of scenes and performers, a row of 0 and 1 with the rate for each"
    " performer, then the durations."
)
_DZN_REMEDY = "Write a matrix of 0 and 1, a row a performer, and a “duration” for each scene."
_COMMENT = re.compile(r"%[^\n]*|/\*.*?\*/", re.DOTALL)
_STATEMENT = re.compile(r"\s*([A-Za-z_]\w*)\s*=\s*([^;]*)(;|\Z)")
_WORD = re.compile(r"[^\s,]+")
_NUMBER = re.compile(r"\d{1,18}")
_DURATION = re.compile(r"dur|len|time", re.IGNORECASE)
_RATE = re.compile(r"pay|cost|rate|sal|wage|fee", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class _File:
    """A file being read, to say where it is wrong."""

    name: str
    remedy: str

    def refuse(self, line: int, message: str) -> NoReturn:
        """Say what is wrong on a line.

        Raises:
            InputError: Always.
        """
        raise InputError(f"{self.name}, line {line}: {message}", remedy=self.remedy)

    def number(self, word: _Word, what: str) -> int:
        """A whole number from 0 up.

        Raises:
            InputError: It is none.
        """
        if not _NUMBER.fullmatch(word.text):
            shown = word.text if len(word.text) <= 24 else word.text[:24] + "…"
            self.refuse(word.line, f"{what} is “{shown}”, not a whole number from 0 up")
        return int(word.text)

    def mark(self, word: _Word, player: int, scene: int) -> bool:
        """A mark of the matrix.

        Raises:
            InputError: It is neither 0 nor 1.
        """
        if word.text not in {"0", "1", "true", "false"}:
            self.refuse(
                word.line, f"the mark of performer {player} in scene {scene} is “{word.text[:24]}”"
            )
        return word.text in {"1", "true"}


def read_talent(data: bytes, name: str) -> TalentProblem:
    """Read an instance in either form.

    Args:
        data: The file.
        name: Its name, for messages and where the file gives none.

    Raises:
        InputError: It is no text, or a line of it cannot be understood; the message names it.
    """
    text = decode(data).text
    if text is None or not text.strip():
        raise InputError(
            f"{name}: {'empty' if text is not None else 'not a text'}", remedy=_PLAIN_REMEDY
        )
    if re.search(r"=\s*(?:\[|array|\d)", text):
        return _read_dzn(text, _File(name, _DZN_REMEDY))
    return _read_plain(text, _File(name, _PLAIN_REMEDY))


def _read_plain(text: str, file: _File) -> TalentProblem:
    """The plain matrix.

    Raises:
        InputError: A number is missing, superfluous or none.
    """
    rows = _rows(text)
    title = file.name
    if not _is_whole(rows):
        title, rows = " ".join(word.text for word in rows[0]), rows[1:]
    words = [word for row in rows for word in row]
    if len(words) < 2:
        file.refuse(len(text.splitlines()), "the counts of scenes and performers are missing")
    scenes = file.number(words[0], "the count of scenes")
    players = file.number(words[1], "the count of performers")
    if scenes == 0 or players == 0:
        file.refuse(words[0].line, f"{scenes} scenes and {players} performers are no instance")
    _check_rows(rows, (scenes, players), file)
    numbers, needed = words[2:], players * (scenes + 1) + scenes
    if len(numbers) < needed:
        file.refuse(
            words[-1].line,
            f"the file ends after {len(numbers)} of {needed} numbers: {players} rows of"
            f" {scenes} marks and a rate, and {scenes} durations",
        )
    if len(numbers) > needed:
        file.refuse(numbers[needed].line, f"a number follows the durations of {scenes} scenes")
    table = _cut(numbers[: players * (scenes + 1)], scenes + 1)
    return TalentProblem(
        name=title,
        durations=_numbers(numbers[players * (scenes + 1) :], "the duration of scene", file),
        rates=_numbers([row[-1] for row in table], "the rate of performer", file),
        casts=_casts([row[:-1] for row in table], file),
    )


def _rows(text: str) -> list[list[_Word]]:
    """The words of each line that has any."""
    lines = enumerate(text.splitlines(), 1)
    rows = ([_Word(word, number) for word in _WORD.findall(line)] for number, line in lines)
    return [row for row in rows if row]


def _is_whole(rows: Sequence[Sequence[_Word]]) -> bool:
    """True when the first line already belongs to the matrix: the file has no name."""
    words = [word.text for row in rows for word in row]
    if len(words) < 2 or not all(_NUMBER.fullmatch(word) for word in words[:2]):
        return False
    scenes, players = int(words[0]), int(words[1])
    return len(words) == 2 + players * (scenes + 1) + scenes


def _check_rows(rows: Sequence[Sequence[_Word]], size: tuple[int, int], file: _File) -> None:
    """Where every performer has a line, name the line that is too short or too long.

    Raises:
        InputError: A line has not the marks and the rate that it should have.
    """
    scenes, players = size
    behind = rows[1:] if len(rows[0]) > 1 else rows[2:]
    if len(behind) != players + 1:
        return
    for player, row in enumerate(behind[:-1], 1):
        if len(row) != scenes + 1:
            file.refuse(
                row[0].line,
                f"performer {player} has {len(row)} numbers instead of {scenes} marks and a rate",
            )
    if len(behind[-1]) != scenes:
        file.refuse(behind[-1][0].line, f"{len(behind[-1])} durations for {scenes} scenes")


def _cut(words: Sequence[_Word], length: int) -> list[Sequence[_Word]]:
    """The words in rows of a length."""
    return [words[at : at + length] for at in range(0, len(words), length)]


def _numbers(words: Sequence[_Word], what: str, file: _File) -> tuple[int, ...]:
    return tuple(file.number(word, f"{what} {at}") for at, word in enumerate(words, 1))


def _casts(table: Sequence[Sequence[_Word]], file: _File) -> tuple[tuple[int, ...], ...]:
    """The cast of each scene from rows of marks by performer."""
    marks = [
        [file.mark(word, player, scene) for scene, word in enumerate(row, 1)]
        for player, row in enumerate(table, 1)
    ]
    return tuple(
        tuple(player for player, plays in enumerate(column) if plays)
        for column in zip(*marks, strict=True)
    )


def _read_dzn(text: str, file: _File) -> TalentProblem:
    """The MiniZinc data file.

    Raises:
        InputError: A statement cannot be read, or the arrays do not fit each other.
    """
    clean = _COMMENT.sub(lambda match: "\n" * match.group().count("\n"), text)
    matrix: list[_Word] = []
    lists: dict[str, list[_Word]] = {}
    at, last = 0, 1
    while clean[at:].strip():
        found = _STATEMENT.match(clean, at)
        line = clean.count("\n", 0, at + len(clean[at:]) - len(clean[at:].lstrip())) + 1
        if not found:
            file.refuse(line, "“name = value;” was expected")
        value = found.group(2)
        first = value.find("[")
        if first >= 0:
            inside = value[first:].translate(str.maketrans("[]|()", "     "))
            begins = clean.count("\n", 0, found.start(2) + first)
            words = [
                _Word(word, begins + number)
                for number, row in enumerate(inside.split("\n"), 1)
                for word in _WORD.findall(row)
            ]
            if value.startswith("array2d") or "|" in value:
                matrix = words
            else:
                lists[found.group(1)] = words
        at, last = found.end(), line
    return _from_arrays(matrix, lists, last, file)


def _from_arrays(
    matrix: list[_Word], lists: dict[str, list[_Word]], last: int, file: _File
) -> TalentProblem:
    """The instance of a matrix and lists by name.

    Raises:
        InputError: One is missing, or their lengths do not fit.
    """
    durations = next((words for name, words in lists.items() if _DURATION.search(name)), None)
    if not matrix or not durations:
        file.refuse(last, f"the {'durations' if matrix else 'matrix of 0 and 1'} are missing")
    scenes = len(durations)
    if len(matrix) % scenes:
        file.refuse(matrix[-1].line, f"{len(matrix)} marks do not make rows of {scenes} scenes")
    rates = next((words for name, words in lists.items() if _RATE.search(name)), None)
    players = len(matrix) // scenes
    if rates is not None and len(rates) != players:
        file.refuse(rates[0].line if rates else last, f"{len(rates)} rates for {players} rows")
    return TalentProblem(
        name=file.name,
        durations=_numbers(durations, "the duration of scene", file),
        rates=_numbers(rates, "the rate of performer", file) if rates else (1,) * players,
        casts=_casts(_cut(matrix, scenes), file),
    )
