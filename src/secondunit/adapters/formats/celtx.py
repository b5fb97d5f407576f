"""Celtx in: a zip that holds the script as a web page of named paragraphs.

Source: Celtx 1 to 2.9: ``script-….html`` with ``<p class="sceneheading">`` and the like; words of
the title page stand in ``<title>`` and ``<meta>``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from secondunit.adapters.archive import is_zip, names_in, take_parts
from secondunit.adapters.decoding import decode_utf8
from secondunit.adapters.markup import Tag, walk_html
from secondunit.adapters.refusal import refused
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.model import TitleField
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import Remarks, merge_findings
from secondunit.film.screenplay.styled import (
    CAPITALS,
    Run,
    StyledParagraph,
    kind_of,
    read_styled,
)
from secondunit.ports.formats import Reading

_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_META = {
    "author": "Author",
    "cx.byline": "Credit",
    "dc.source": "Source",
    "dc.rights": "Copyright",
    "cx.contact": "Contact",
}
_UNSEEN = frozenset({"style", "script", "head"})
_HIDING = ("display:none", "visibility:hidden", "font-size:0", "opacity:0")


@dataclass(slots=True)
class _Page:
    """What a web page of a script holds."""

    paragraphs: list[StyledParagraph] = field(default_factory=list)
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    is_numbered: bool = False


class CeltxFormat:
    """Scripts of Celtx on the desktop."""

    key = "celtx"
    suffixes = (".celtx",)

    def is_format(self, data: bytes) -> bool:
        """True for a zip that holds a Celtx project."""
        names = names_in(data) if is_zip(data) else ()
        return "project.rdf" in names or any(_is_script(name) for name in names)

    def read(self, data: bytes, name: str) -> Reading:
        """Read the first script of the project; what is wrong with it is a finding."""
        if not is_zip(data):
            return _refused(name, "not-celtx", "is no Celtx file: it is not zipped")
        parts = take_parts(data, _is_script)
        if parts.problem:
            return _refused(name, parts.rule, parts.problem)
        if not parts.files:
            return _refused(name, "not-celtx", "holds no script")
        remarks = Remarks("celtx")
        text = decode_utf8(next(iter(parts.files.values())))
        page = _read_page(text, remarks)
        if len(parts.files) > 1:
            remarks.warn(
                0,
                "several-scripts",
                f"the project holds {len(parts.files)} scripts; the first is read",
                "Export the others one by one.",
            )
        raw = RawScript(
            name=name,
            title_page=_title_page(page),
            lines=read_styled(page.paragraphs, "celtx.class", CAPITALS),
            source_format="celtx",
            source_digest=digest_bytes(data),
        )
        screenplay, found = read_scenes(raw)
        findings = merge_findings(remarks.findings(), found)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = CeltxFormat()


def _is_script(name: str) -> bool:
    base = name.rpartition("/")[2].lower()
    return base.startswith("script") and base.endswith((".html", ".htm"))


def _read_page(text: str, remarks: Remarks) -> _Page:
    page = _Page()
    runs: list[Run] | None = None
    style, number, hidden = "", "", False
    on: dict[str, int] = {}
    unseen: list[str] = []

    def close() -> None:
        nonlocal runs
        if runs is not None:
            shown = number if page.is_numbered else ""
            page.paragraphs += _paragraph(runs, style, shown, len(page.paragraphs) + 1)
            if hidden and any(run.text.strip() for run in runs):
                page.paragraphs.pop()
                words = " ".join("".join(run.text for run in runs).split())[:200]
                remarks.warn(
                    len(page.paragraphs) + 1,
                    "hidden-text",
                    f"hidden text left out: “{words}”",
                    "Show it in Celtx if it belongs to the script.",
                )
        runs = None

    in_title = False
    for tag in walk_html(text):
        if tag.name == "title":
            in_title = not tag.closes
        elif tag.name == "meta":
            key = tag.attributes.get("name", "").casefold()
            if key == "cx.scenenumbering":
                page.is_numbered = tag.attributes.get("content", "none") != "none"
            if key in _META:
                page.meta[_META[key]] = tag.attributes.get("content", "").strip()
        elif tag.name in _UNSEEN:
            _count(unseen, tag)
        elif tag.name in {"p", "body"}:
            close()
            if tag.name == "p" and not tag.closes:
                runs, on = [], {}
                style = tag.attributes.get("class", "").partition(" ")[0]
                number = tag.attributes.get("scenestr") or tag.attributes.get("scenenumber", "")
                said = tag.attributes.get("style", "").replace(" ", "").lower()
                hidden = any(way in said for way in _HIDING) or "hidden" in tag.attributes
        elif tag.name in _STYLES:
            name = _STYLES[tag.name]
            on[name] = max(on.get(name, 0) + (-1 if tag.closes else 1), 0)
        elif in_title and tag.text:
            page.title = (page.title + tag.text)[:500]
        elif runs is not None and not unseen and (tag.text or tag.name == "br"):
            styles = frozenset(name for name, depth in on.items() if depth)
            runs.append(Run(text="\n" if tag.name == "br" else _flat(tag.text), styles=styles))
    close()
    return page


def _count(unseen: list[str], tag: Tag) -> None:
    """Words inside a head, a style or a program are none of the script's."""
    if tag.closes:
        if tag.name in unseen:
            del unseen[unseen.index(tag.name) :]
    elif len(unseen) < 100:
        unseen.append(tag.name)


def _flat(text: str) -> str:
    """Words as a browser shows them: white space and line ends are one space."""
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + words + (" " if text[-1].isspace() else "")


def _paragraph(runs: list[Run], style: str, number: str, row: int) -> Iterator[StyledParagraph]:
    known = style if kind_of(style) is not None else "action"
    is_heading = known.casefold() == "sceneheading"
    yield StyledParagraph(
        style="action" if known == "text" else known,
        runs=tuple(_without_double_spaces(runs)),
        row=row,
        number=number.strip() if is_heading else "",
    )


def _without_double_spaces(runs: list[Run]) -> Iterator[Run]:
    last = "\n"
    for run in runs:
        text = run.text[1:] if run.text[:1] == " " and last in {" ", "\n"} else run.text
        if text:
            last = text[-1]
            yield Run(text=text, styles=run.styles)


def _title_page(page: _Page) -> tuple[TitleField, ...]:
    fields = {"Title": page.title.strip(), **page.meta}
    order = ("Title", "Credit", "Author", "Source", "Copyright", "Contact")
    has_author = bool(fields.get("Author"))
    return tuple(
        TitleField(key=key, value=fields[key])
        for key in order
        if fields.get(key) and (key != "Credit" or has_author)
    )


def _refused(name: str, rule: str, problem: str) -> Reading:
    return refused(
        name,
        rule,
        f"it {problem}",
        "Open the project in Celtx and save it again, or export the script as text.",
    )
