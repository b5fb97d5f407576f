"""Scripts that Fountain can hold, made up by hypothesis."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from secondunit.core.ids import Digest
from secondunit.film.screenplay.model import Emphasis, LineKind, Screenplay, Side, TitleField
from secondunit.film.screenplay.read import RawLine, RawScript, read_scenes

WORD = st.text(alphabet=string.ascii_letters + "éÖñ'-.,:*_\\?#@", min_size=1, max_size=8)
PLAIN = st.text(alphabet=string.ascii_letters + "éÖñ", min_size=1, max_size=8)
STYLES = st.sampled_from(["bold", "italic", "underline"])


def raw(kind: LineKind, text: str, **more: object) -> RawLine:
    return RawLine(kind=kind, text=text, row=1, **more)  # type: ignore[arg-type]


@st.composite
def styled(draw: st.DrawFn, *, rows: int = 3) -> tuple[str, tuple[Emphasis, ...]]:
    """Rows of words, one of them in a style."""
    text = "\n".join(
        " ".join(draw(st.lists(WORD, min_size=1, max_size=5)))
        for _ in range(draw(st.integers(1, rows)))
    )
    if not draw(st.booleans()):
        return text, ()
    word = draw(PLAIN)
    start = len(text) + 1
    emphasis = Emphasis(start=start, end=start + len(word), style=draw(STYLES))
    return f"{text} {word}", (emphasis,)


@st.composite
def action(draw: st.DrawFn) -> list[RawLine]:
    text, emphasis = draw(styled())
    indent = " " * draw(st.sampled_from([0, 0, 4]))
    moved = tuple(
        Emphasis(start=e.start + len(indent), end=e.end + len(indent), style=e.style)
        for e in emphasis
    )
    line = raw(LineKind.ACTION, indent + text, emphasis=moved)
    return [line, *draw(asides(indent + text))]


@st.composite
def asides(draw: st.DrawFn, text: str) -> list[RawLine]:
    if not draw(st.booleans()):
        return []
    kind = draw(st.sampled_from([LineKind.NOTE, LineKind.BONEYARD]))
    indent = len(text) - len(text.lstrip())
    anchor = draw(st.integers(indent, len(text)))
    return [raw(kind, draw(PLAIN), anchor=anchor)]


@st.composite
def speech(draw: st.DrawFn, side: Side | None = None) -> list[RawLine]:
    name = " ".join(draw(st.lists(PLAIN, min_size=1, max_size=2)))
    name = name.upper() if draw(st.booleans()) else name
    extension = draw(st.sampled_from(["", "V.O.", "on the phone", "O.S., CONT'D"]))
    lines = [raw(LineKind.CUE, name, extension=extension, side=side)]
    for _ in range(draw(st.integers(1, 3))):
        if draw(st.booleans()):
            lines.append(raw(LineKind.PARENTHETICAL, f"({draw(PLAIN)})", side=side))
        text, emphasis = draw(styled())
        kind = draw(st.sampled_from([LineKind.DIALOGUE, LineKind.DIALOGUE, LineKind.LYRIC]))
        if kind is LineKind.LYRIC:
            text, emphasis = text.split("\n")[0], ()
        elif lines[-1].kind is LineKind.DIALOGUE:
            continue
        lines.append(raw(kind, text, emphasis=emphasis, side=side))
    return lines


@st.composite
def dual(draw: st.DrawFn) -> list[RawLine]:
    return [*draw(speech(Side.LEFT)), *draw(speech(Side.RIGHT))]


@st.composite
def single(draw: st.DrawFn) -> list[RawLine]:
    kind = draw(
        st.sampled_from(
            [
                LineKind.TRANSITION,
                LineKind.CENTERED,
                LineKind.SECTION,
                LineKind.SYNOPSIS,
                LineKind.SHOT,
                LineKind.LYRIC,
            ]
        )
    )
    text, emphasis = draw(styled(rows=1))
    return [raw(kind, text, emphasis=emphasis, depth=2 if kind is LineKind.SECTION else 0)]


def standing() -> st.SearchStrategy[list[RawLine]]:
    """A comment or a page break on a row of its own."""
    return st.one_of(
        PLAIN.map(lambda text: [raw(LineKind.NOTE, text)]),
        PLAIN.map(lambda text: [raw(LineKind.BONEYARD, f"{text}\n\n{text}")]),
        st.sampled_from(["", "10", "12A"]).map(lambda text: [raw(LineKind.PAGE_BREAK, text)]),
    )


def heading() -> st.SearchStrategy[list[RawLine]]:
    text = st.one_of(
        st.just("INT. HALL - DAY"),
        st.just("12 O'CLOCK"),
        PLAIN,
        PLAIN.map(lambda word: f"EXT. {word} #3 - NIGHT"),
    )
    number = st.sampled_from(["", "", "7", "12A", "A-1"])
    return st.builds(lambda t, n: [raw(LineKind.HEADING, t, number=n)], text, number)


@st.composite
def scripts(draw: st.DrawFn) -> Screenplay:
    """A script of several scenes."""
    block = st.one_of(action(), speech(), dual(), single(), standing(), heading())
    blocks = draw(st.lists(block, max_size=8))
    fields = draw(
        st.lists(
            st.builds(
                TitleField,
                key=st.sampled_from(["Title", "Author", "Draft date"]),
                value=styled().map(lambda pair: pair[0]),
            ),
            max_size=2,
            unique_by=lambda field: field.key,
        )
    )
    return script([line for each in blocks for line in each], tuple(fields))


def script(lines: list[RawLine], fields: tuple[TitleField, ...] = ()) -> Screenplay:
    return read_scenes(
        RawScript(
            name="t.fountain",
            title_page=fields,
            lines=tuple(lines),
            source_format="fountain",
            source_digest=Digest("d"),
        )
    )[0]
