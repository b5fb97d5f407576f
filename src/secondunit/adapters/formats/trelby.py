"""Trelby in: a text file of settings, then one typed row a line with its break and its kind.

Source: Trelby 2.2 to 2.4: after ``#Start-Script``, the first character of a row tells how it ends
(``.`` last of its element, ``>`` wrapped at a space, ``+`` at two, ``&`` within a word, ``|``
broken by the writer), the second what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.adapters.decoding import decode_utf8
from secondunit.adapters.refusal import refused
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.styled import CAPITALS, Run, StyledParagraph, read_styled
from secondunit.ports.formats import Reading

LARGEST = 8 * 2**20
"""Bytes; a feature has some 200,000."""

_ENDS = {">": " ", "+": "  ", "&": "", "|": "\n", ".": ""}
_STYLES = {
    "\\": "Scene Heading",
    ".": "Action",
    "_": "Character",
    ":": "Dialogue",
    "(": "Parenthetical",
    "/": "Transition",
    "=": "Shot",
    "@": "New Act",
    "%": "Note",
}
_MARK = "#Start-Script"
_TITLE = "#Title-String "


class TrelbyFormat:
    """Scripts of Trelby."""

    key = "trelby"
    suffixes = (".trelby",)

    def is_format(self, data: bytes) -> bool:
        """True when the file begins as Trelby's do."""
        return data.removeprefix(b"\xef\xbb\xbf").startswith(b"#Version ")

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        if len(data) > LARGEST:
            size = f"has {len(data) >> 20} MB; a script has at most {LARGEST >> 20}"
            return _refused(name, "too-large", size)
        if not self.is_format(data):
            return _refused(name, "not-trelby", "is no script of Trelby: it lacks its #Version")
        rows = decode_utf8(data).replace("\r\n", "\n").split("\n")
        start = next((i for i, row in enumerate(rows) if row.startswith(_MARK)), None)
        if start is None:
            start = next((i for i, row in enumerate(rows) if _is_typed(row)), len(rows)) - 1
        raw = RawScript(
            name=name,
            title_page=read_cover(_title_rows(rows)),
            lines=read_styled(list(_elements(rows, start + 1)), "trelby.type", CAPITALS),
            source_format="trelby",
            source_digest=digest_bytes(data),
        )
        screenplay, findings = read_scenes(raw)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = TrelbyFormat()


def _is_typed(row: str) -> bool:
    return len(row) > 1 and row[0] in _ENDS and row[1] in _STYLES


def _elements(rows: Sequence[str], start: int) -> Iterator[StyledParagraph]:
    words, first, style = "", 0, ""
    for number, row in enumerate(rows[start:], start + 1):
        if not _is_typed(row):
            continue
        first = first or number
        style = style or _STYLES[row[1]]
        words += row[2:] + _ENDS[row[0]]
        if row[0] == ".":
            yield StyledParagraph(style=style, runs=(Run(text=words),), row=first)
            words, first, style = "", 0, ""
    if words:
        yield StyledParagraph(style=style, runs=(Run(text=words),), row=first)


def _title_rows(rows: Sequence[str]) -> list[str]:
    """Words of the title page: what follows the sixth comma of its rows."""
    parts = (row.removeprefix(_TITLE).split(",", 6) for row in rows if row.startswith(_TITLE))
    return [words for each in parts if len(each) == 7 for words in each[6].split("\\n")]


def _refused(name: str, rule: str, problem: str) -> Reading:
    return refused(
        name,
        rule,
        f"it {problem}",
        "Open the script in Trelby and save it again, or export it as FDX.",
    )
