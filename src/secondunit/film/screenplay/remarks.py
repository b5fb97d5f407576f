"""Collecting what a reader of scripts finds odd, in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable

from secondunit.core.finding import Finding, Severity

_PLACE = re.compile(r"\b(?:line|paragraph|page) (\d+)(?:, row (\d+))?$")

_COUNTED = frozenset({"fdx", "docx", "celtx", "fade-in"})  # formats of paragraphs, not of lines


def place(row: int, source_format: str) -> str:
    """Where a line stands, in words a person can find.

    >>> place(12, "fountain"), place(12, "fdx"), place(3012, "pdf")
    ('line 12', 'paragraph 12', 'page 3, row 12')
    """
    if source_format == "pdf":
        return f"page {row // 1000}, row {row % 1000}"
    return f"{'paragraph' if source_format in _COUNTED else 'line'} {row}"


class Remarks:
    """A growing list of findings about one file.

    Args:
        source_format: Decides how places are worded (see ``place``).
    """

    def __init__(self, source_format: str) -> None:
        self._format = source_format
        self._found: dict[tuple[int, str], Finding] = {}

    def note(self, row: int, rule: str, message: str, remedy: str = "") -> None:
        """Keep a remark that asks for nothing."""
        self._add(Severity.NOTE, row, rule, (message, remedy))

    def warn(self, row: int, rule: str, message: str, remedy: str = "") -> None:
        """Keep a warning; the same rule speaks once a row."""
        self._add(Severity.WARNING, row, rule, (message, remedy))

    def block(self, row: int, rule: str, message: str, remedy: str = "") -> None:
        """Keep an error."""
        self._add(Severity.ERROR, row, rule, (message, remedy))

    def place(self, row: int) -> str:
        """Where a row of this file stands, in words."""
        return place(row, self._format) if row else "the script"

    def findings(self) -> tuple[Finding, ...]:
        """All of them, by row."""
        return tuple(self._found[key] for key in sorted(self._found, key=lambda key: key[0]))

    def _add(self, severity: Severity, row: int, rule: str, words: tuple[str, str]) -> None:
        self._found.setdefault(
            (row, rule),
            Finding(
                severity=severity,
                rule=f"screenplay.{rule}",
                where=self.place(row),
                message=words[0],
                remedy=words[1],
            ),
        )


def merge_findings(*groups: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of several passes over one file, in the order of the file, each of them once.

    What is about the script as a whole comes first.
    """
    each = dict.fromkeys(found for group in groups for found in group)
    return tuple(sorted(each, key=_position))


def _position(finding: Finding) -> tuple[int, int]:
    match = _PLACE.search(finding.where)
    return (int(match[1]), int(match[2] or 0)) if match else (0, 0)
