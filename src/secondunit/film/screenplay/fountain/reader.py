"""Reading Fountain, the whole of version 1.1, with the forms writers really use.

Where the syntax and custom disagree the syntax decides and a finding says what was meant:
``FADE OUT.`` is action, and so is a heading without an empty line after it or one that begins
with EXT/INT. Custom decides where the syntax says nothing: numbers before a heading, OMITTED,
headings in other languages, ``!!`` before a shot, ``=== 10`` for a locked page, and that a centred
``> ACT ONE <`` is an act's card; one that is not centred is action. Both readings are kept: a
line's ``rule`` says which one decided, and ``otherwise`` what the other one makes of it.

Source: Fountain 1.1, https://fountain.io/syntax
"""

from __future__ import annotations

from dataclasses import replace

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest
from secondunit.film.screenplay.cue import Cue, read_cue, split_cue
from secondunit.film.screenplay.emphasis import read_emphasis
from secondunit.film.screenplay.fountain.blocks import SPACED
from secondunit.film.screenplay.fountain.comments import cut_comments
from secondunit.film.screenplay.fountain.customary import (
    customary_kind,
    is_end_of_act,
    is_listed_prefix,
)
from secondunit.film.screenplay.fountain.paragraph import Paragraph, comment_line, keep_indent
from secondunit.film.screenplay.fountain.source import read_rows
from secondunit.film.screenplay.fountain.speech import Speech
from secondunit.film.screenplay.fountain.title_page import read_title_page
from secondunit.film.screenplay.fountain.walk import PAGE_BREAK, Walk
from secondunit.film.screenplay.heading import is_omitted, read_number
from secondunit.film.screenplay.model import PRINTED, LineKind, Side, Spot
from secondunit.film.screenplay.read import RawLine, RawScript
from secondunit.film.screenplay.remarks import Remarks

_LIKELY, _DOUBTFUL, _UNLIKELY = 0.9, 0.7, 0.5


def read_fountain(
    text: str, *, name: str, digest: Digest, encoding: str = "utf-8"
) -> tuple[RawScript, tuple[Finding, ...]]:
    """Read a script in Fountain. Any text can be read; what is odd in it is a finding.

    Args:
        text: The file's text, with whatever line ends it has.
        name: The file's name.
        digest: SHA-256 of the file's bytes.
        encoding: How the bytes became text (see ``source.decode``): lines say at which they stand.
    """
    remarks = Remarks("fountain")
    lines = cut_comments(read_rows(text, remarks, encoding), remarks)
    title_page, start = read_title_page(lines)
    title_spot = Spot(start=lines[0].start, end=lines[start - 1].end) if start else None
    reader = _Reader(Walk(lines, remarks))
    reader.read_asides(0, start)
    reader.read(start)
    raw = RawScript(
        name=name,
        title_page=title_page,
        lines=tuple(reader.out),
        source_format="fountain",
        source_digest=digest,
        title_spot=title_spot,
    )
    return raw, remarks.findings()


class _Reader:
    """Walks the lines once; each method reads one element and gives the index after it."""

    def __init__(self, walk: Walk) -> None:
        self.out: list[RawLine] = []
        self._walk = walk
        self._is_free = True  # an empty line, or something that needs none, stands before
        self._blanks = 0
        self._speech: tuple[int, int] | None = None  # the speech just before, as a range of out

    def read_asides(self, start: int, end: int) -> None:
        """Keep the comments of lines whose words were read elsewhere."""
        for line in self._walk.lines[start:end]:
            self.out += [comment_line(comment) for _, comment in line.cuts]

    def read(self, index: int) -> None:
        """Read all elements from a line on."""
        texts, lines, count = self._walk.texts, self._walk.lines, len(self._walk)
        while index < count:
            text = texts[index]
            if text:
                index = self._element(index, text)
                self._blanks = 0
                continue
            if lines[index].cuts:
                self.read_asides(index, index + 1)
                self._blanks = max(self._blanks - 1, 0)  # it stands in the space it takes
            else:
                self._blanks += 1
            self._is_free = True
            index += 1

    def _element(self, index: int, text: str) -> int:
        is_free, self._is_free = self._is_free, False
        after = self._marked(index, text) if text[0] in "=#~>!" else None
        if after is not None:
            return after
        if not is_free:
            return self._action(index)
        if text[0] == "." and text[1:2].isalnum():
            return self._heading(index, *read_number(text[1:]), rule="fountain.forced-heading")
        if text[0] == "@" and text[1:].strip():
            return self._spoken(index, split_cue(text[1:]), "fountain.forced-cue")
        if (heading := self._walk.heading(index)) is not None:
            return self._unforced_heading(index, *heading)
        if self._walk.remark_unlisted(index):
            return self._action(index, otherwise=LineKind.HEADING)
        is_followed = self._walk.is_followed(index + 1)
        is_alone = self._walk.is_closed(index + 1)
        if is_alone and text.isupper() and (not is_followed or text.endswith("TO:")):
            return self._capitals(index, text)
        cue = read_cue(text) if is_followed else None
        return self._action(index) if cue is None else self._spoken(index, cue, "fountain.cue")

    def _marked(self, index: int, text: str) -> int | None:
        """Read an element that its first character names, or None when it does not."""
        first, rest = text[0], text[1:]
        if first == "=":
            self._is_free = True
            if match := PAGE_BREAK.match(text):
                return self._page_break(index, match[1] or "")
            return self._plain(index, LineKind.SYNOPSIS, rest.strip())
        if first == "#":
            self._is_free = True
            title = text.lstrip("#")
            return self._plain(index, LineKind.SECTION, title.strip(), depth=len(text) - len(title))
        if first == "~":
            return self._plain(index, LineKind.LYRIC, rest.strip())
        if first == ">" and rest.strip("<").strip():
            if text[-1] == "<":
                return self._centered(index, text[1:-1].strip())
            rule = "fountain.forced-transition"
            return self._plain(index, LineKind.TRANSITION, rest.strip(), rule)
        if text.startswith("!!") and text[2:3] not in {"", " ", "!"}:
            return self._plain(
                index, LineKind.SHOT, text[2:].strip(), "house.shot", otherwise=LineKind.ACTION
            )
        return self._action(index, "fountain.forced-action") if first == "!" else None

    def _begin(self, index: int, text: str) -> Paragraph:
        """A paragraph that begins with these words of a line; no speech stands before any more."""
        self._speech = None
        return Paragraph(text, self._walk.lines[index])

    def _plain(
        self,
        index: int,
        kind: LineKind,
        text: str,
        rule: str = "",
        *,
        depth: int = 0,
        otherwise: LineKind | None = None,
    ) -> int:
        paragraph = self._begin(index, text)
        rule = rule or f"fountain.{kind.value}"
        sure = 1.0 if otherwise is None else _LIKELY
        self.out += paragraph.close(kind, rule, depth=depth, confidence=sure, otherwise=otherwise)
        return index + 1

    def _page_break(self, index: int, number: str) -> int:
        if not number:
            return self._plain(index, LineKind.PAGE_BREAK, "")
        other = LineKind.SYNOPSIS
        return self._plain(index, LineKind.PAGE_BREAK, number, "house.locked-page", otherwise=other)

    def _centered(self, index: int, text: str) -> int:
        space, words = self._space(), read_emphasis(text).text
        is_act = customary_kind(words) is LineKind.ACT
        found = self._begin(index, text).close(
            LineKind.ACT if is_act else LineKind.CENTERED,
            "house.act" if is_act else "fountain.centered",
            space_before=space,
            confidence=_LIKELY if is_act else 1.0,
            otherwise=LineKind.CENTERED if is_act else None,
        )
        found[0].closes = is_act and is_end_of_act(words)
        self.out += found
        return index + 1

    def _unforced_heading(self, index: int, text: str, number: str) -> int:
        walk = self._walk
        is_closed = walk.is_closed(index + 1)
        if not is_closed and not walk.glues_headings:
            walk.remark_glued(index)
            return self._action(index, otherwise=LineKind.HEADING)
        rule = "fountain.heading"
        if not is_closed:
            rule = "house.glued-heading"
        elif is_omitted(text):
            rule = "house.omitted-heading"
        elif not is_listed_prefix(walk.texts[index].lstrip("*_")):
            rule = "house.heading"
        return self._heading(index, text, number, rule=rule)

    def _heading(self, index: int, text: str, number: str, *, rule: str) -> int:
        self._is_free = self._walk.glues_headings
        is_house = rule.startswith("house")
        self.out += self._begin(index, text).close(
            LineKind.HEADING,
            rule,
            number=number,
            confidence=_LIKELY if is_house else 1.0,
            otherwise=LineKind.ACTION if is_house else None,
        )
        return index + 1

    def _action(
        self,
        index: int,
        rule: str = "fountain.action",
        *,
        otherwise: LineKind | None = None,
    ) -> int:
        walk, space = self._walk, self._space()
        paragraph = self._begin(index, keep_indent(walk.lines[index].text))
        index += 1
        while index < len(walk):
            line, text = walk.lines[index], walk.texts[index]
            if text:
                if text[0] in "=#~>":
                    break
                walk.remark_buried(index)
                paragraph.add(keep_indent(line.text), line)
            elif line.cuts and walk.is_followed(index + 1):
                paragraph.add_aside(line)
            else:
                break
            index += 1
        self.out += paragraph.close(
            LineKind.ACTION,
            rule,
            space_before=space,
            confidence=1.0 if otherwise in {None, LineKind.ACT} else _UNLIKELY,
            otherwise=otherwise,
        )
        return index

    def _space(self) -> float | None:
        """Empty lines the writer put between two paragraphs, where more than the usual one."""
        if self._blanks < 2:
            return None
        before = next((line.kind for line in reversed(self.out) if line.kind in PRINTED), None)
        return float(self._blanks) if before in SPACED else None

    def _capitals(self, index: int, text: str) -> int:
        """A line in capitals alone between empty lines: a transition, or action."""
        line = self._walk.lines[index]
        ends_as_one = text.endswith("TO:") and not text[-4:-3].isalnum()
        if ends_as_one and (not line.text.endswith(" ") or line.cuts):
            return self._plain(index, LineKind.TRANSITION, text)
        other = LineKind.TRANSITION if ends_as_one else customary_kind(read_emphasis(text).text)
        if other is LineKind.TRANSITION:
            self._walk.remark_transition(index, has_space=ends_as_one)
        return self._action(index, otherwise=other)

    def _spoken(self, index: int, cue: Cue, rule: str) -> int:
        """Read a cue and what is said under it; pair it with the speech before when dual."""
        before, start = self._speech, len(self.out)
        self.out += self._begin(index, cue.name).close(
            LineKind.CUE,
            "house.caseless-cue" if cue.is_caseless else rule,
            extension=cue.extension,
            confidence=_DOUBTFUL if cue.is_caseless else 1.0,
            otherwise=LineKind.ACTION if cue.is_caseless else None,
        )
        speech = Speech(self._walk)
        after = speech.read(index + 1)
        self.out += speech.out
        self._speech = start, len(self.out)
        if cue.is_dual and before is not None:
            self._set_side(*before, Side.LEFT)
            self._set_side(start, len(self.out), Side.RIGHT)
            self._speech = None
        elif cue.is_dual:
            self._walk.remarks.warn(
                self._walk.lines[index].row,
                "orphan-dual",
                f"{cue.name} is marked ^ but no speech stands right before it to speak with",
                "Take the ^ out, or move the speech next to the other one.",
            )
        return after

    def _set_side(self, start: int, end: int, side: Side) -> None:
        for at in range(start, end):
            if self.out[at].kind in PRINTED:
                self.out[at] = replace(self.out[at], side=side)
