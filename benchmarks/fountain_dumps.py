"""The dumps of the conformance folder: what another program reads in a script, beside our reading.

The files are other people's and stay in the material folder beside the checkout.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.fountain.reader import read_fountain
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.read import RawLine

MATERIAL = Path(__file__).parents[2] / "shared" / "material" / "screenplay"
KINDS = {
    "TITLEENTRY": "title",
    "CHARACTER": "cue",
    "PAGEBREAK": "page-break",
    "HEADING": "heading",
    "ACTION": "action",
    "DIALOGUE": "dialogue",
    "PARENTHETICAL": "parenthetical",
    "TRANSITION": "transition",
    "SECTION": "section",
    "SYNOPSIS": "synopsis",
    "LYRIC": "lyric",
    "NOTE": "note",
    "BONEYARD": "boneyard",
}
ASIDES = {"note", "boneyard"}
_ENTRY = re.compile(r"^(?:\S*\]\]|/\*\d+\*/)?(" + "|".join(KINDS) + r'):"', re.MULTILINE)
_PLACE = re.compile(r"\s*(?:\[\[\d+\]\]|/\*\d+\*/)")
_TAGS = re.compile(r"\s#[^\s#]+(?=\s|$)")
DUMPS = {
    **{f"{stem}-{how}": stem for stem in ("Action", "Dialogue") for how in ("Merged", "Unmerged")},
    "SimpleCallbackParser": "TitlePage Sections Character Dialogue",
    **{
        stem: stem
        for stem in (
            *("Boneyards", "Character", "Formatted", "LineBreaks", "Lyrics", "Notes", "PageBreak"),
            *("Parenthetical", "SceneHeading", "Scratch", "Sections", "Tags", "TitlePage"),
            *("Transition", "UTF8"),
        )
    },
}
"""Dumps of conformance-a that say how scripts are to be read, and the scripts they are of."""

CHOSEN = {
    # A boneyard on lines of its own parts what it stands between, so CUT TO: is a transition.
    "Boneyards": [("action", "transition")],
    # The syntax asks for one letter in a name, so one that begins with a digit is a cue.
    "Character": [("action", "cue dialogue")],
    # A note broken by an empty line is no note: its text stays, and a finding says so. What
    # follows an empty line after dialogue is action.
    "Notes": [("dialogue", "dialogue action action action"), ("note", "")],
    # Any bracketed line in a speech is a parenthetical, also right after another.
    "Parenthetical": [("dialogue", "parenthetical dialogue")],
    # CUT TO: in the first line is no title page; a heading wants an empty line after it.
    "Sections": [("title", "transition"), ("heading action", "action")],
    # A hash and a word is a tag in that program alone: for us it is text, compared without it. A
    # name or a transition in capitals is none with small letters behind it, nor a number a number.
    # The same of glued headings and names that begin with a digit; nothing names the last speaker.
    # That dump leaves one paragraph of action whole.
    "Dialogue-Unmerged": [("action", "action action")],
    # Italics inside an underline are italics.
    "Formatted": [("row", "row")],
    "SimpleCallbackParser": [
        ("heading", "action"),
        ("action action", "dialogue"),
        ("", "action"),
    ],
    "Tags": [
        ("cue dialogue transition", "action action"),
        ("cue dialogue", "action"),
        ("heading heading", "heading heading"),
    ],
}
"""Where we read otherwise than the dump, as the syntax says; kinds there and here."""


def _squash(text: str) -> str:
    return " ".join(_PLACE.sub("", text).replace("*", "").replace("_", "").split())


def expected(dump: str) -> list[tuple[str, str]]:
    """The entries of a dump, action cut into paragraphs as we cut it, parentheticals in brackets.

    Notes and boneyards come last, as the dump has them.
    """
    entries = list(_ENTRY.finditer(dump))
    ends = [match.start() for match in entries[1:]] + [len(dump)]
    found = []
    for match, end in zip(entries, ends, strict=True):
        kind = KINDS[match[1]]
        said, _, rest = dump[match.end() : end].rpartition('"')
        if kind == "title":
            said = said.replace('":"', " ")
        elif kind in {"cue", "heading", "section"}:
            said = said.split('"', 1)[0]
        parts = re.split(r"\n\s*\n", said) if kind == "action" else [said]
        if "centered" in rest:
            kind = "centered"
        texts = [f"({_squash(p)})" if kind == "parenthetical" else _squash(p) for p in parts]
        found += [(kind, text) for text in texts if text or kind == "page-break"]
    return found


def ours(text: str, *, tags: bool = False) -> list[tuple[str, str]]:
    """The same of our reading.

    Args:
        text: The script.
        tags: Leave out a hash and a word behind a line.
    """
    script, _ = read_fountain(text, name="t", digest=digest_bytes(b""))
    lines = [(_by_the_syntax(line).value, _squash(line.text)) for line in script.lines]
    if tags:
        lines = [(kind, _TAGS.sub("", said).strip()) for kind, said in lines]
    printed = [line for line in lines if line[0] not in ASIDES]
    title = [("title", _squash(f"{field.key} {field.value}")) for field in script.title_page]
    return title + printed + [line for line in lines if line[0] in ASIDES]


def _by_the_syntax(line: RawLine) -> LineKind:
    """The kind of a line; of an act's card what the syntax makes of it, which knows no acts."""
    return line.otherwise if line.kind is LineKind.ACT and line.otherwise else line.kind


def by_row(lines: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """One entry a row of action and dialogue, as the dumps have them that merge nothing."""
    return [
        (kind, _squash(row))
        for kind, said in lines
        for row in (said.split("\n") if kind in {"action", "dialogue"} else [said])
        if row.strip() or kind == "page-break"
    ]


def _callbacks(dump: str) -> list[tuple[str, str]]:
    """Entries of the dump of a parser that calls back: dialogue is said with its speaker."""
    found = []
    for row in dump.splitlines():
        kind, _, rest = row.partition(":")
        text = re.search(r"(?:text|line):(.*?)(?: (?:sceneNum|dual):\w+)?$", rest)
        if kind in {"ACTION", "HEADING", "SECTION", "SYNOPSIS", "TRANSITION", "DIALOGUE"} and text:
            found.append((kind.lower(), _squash(text[1])))
    return found


_TAGS_OF = {"bold": "b", "italic": "i", "underline": "u"}


def _marked_up(text: str) -> list[tuple[str, str]]:
    """Rows of the script with their styles as tags, as the dump of styles has them."""
    script, _ = read_fountain(text, name="t", digest=digest_bytes(b""))
    rows = []
    for line in script.lines:
        said = line.text
        at = dict.fromkeys(range(len(said) + 1), "")
        for each in sorted(line.emphasis, key=lambda each: (each.start, -each.end, each.style)):
            at[each.start] += f"<{_TAGS_OF[each.style]}>"
            at[each.end] = f"</{_TAGS_OF[each.style]}>{at[each.end]}"
        said = "".join(at[place] + said[place : place + 1] for place in at)
        rows += [("row", row) for row in said.split("\n")]
    return rows


def _compared(dump: str, text: str, name: str) -> tuple[list[tuple[str, str]], ...]:
    if name == "SimpleCallbackParser":
        script, _ = read_fountain(text, name="t", digest=digest_bytes(b""))
        spoken = {LineKind.CUE, LineKind.PARENTHETICAL}
        lines = [(line.kind.value, line.text) for line in script.lines if line.kind not in spoken]
        return _callbacks(dump), by_row(lines)
    if name == "Formatted":
        return [("row", row) for row in dump.split("\n") if row], _marked_up(text)
    if name.endswith("Unmerged"):
        script, _ = read_fountain(text, name="t", digest=digest_bytes(b""))
        return by_row(expected(dump)), by_row([(x.kind.value, x.text) for x in script.lines])
    return expected(dump), ours(text, tags=name == "Tags")


def differences(name: str) -> list[tuple[str, str]]:
    """Kinds in the dump and in our reading wherever the two differ."""
    folder = MATERIAL / "conformance-a"
    text = "\n\n".join(
        (folder / f"{stem}.fountain").read_text("utf-8") for stem in DUMPS[name].split()
    )
    theirs, found = _compared((folder / f"{name}.txt").read_text("utf-8"), text, name)
    matcher = SequenceMatcher(None, theirs, found, autojunk=False)
    return [
        (" ".join(kind for kind, _ in theirs[a:b]), " ".join(kind for kind, _ in found[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
