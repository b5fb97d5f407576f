"""What a production has written on a script as a whole: revision sets, tags, other wordings.

Source: FDX files of Final Draft 8 to 13.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionSet:
    """One revision of the script: Blue, Pink, or a date.

    Args:
        number: By which revised words name it; from 1.
        name: ``Blue Rev. (mm/dd/yy)``.
        mark: What stands in the margin.
        color: Of its words, as the source writes it.
        page_color: Of its pages.
        style: Of its words (``Bold``).
        is_full: True when all its pages went out, not only the changed ones.
    """

    number: int
    name: str
    mark: str = "*"
    color: str = ""
    page_color: str = ""
    style: str = ""
    is_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TagCategory:
    """A kind of element that is tagged (``Props``); its id is the same in every file."""

    key: str
    name: str
    number: str = ""
    color: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagDefinition:
    """One element of a category (``GOLD KEY``).

    Args:
        key: Its id.
        category: Id of its category.
        label: Its name.
        number: As the source counts.
    """

    key: str
    category: str
    label: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """What tagged words point at: a number, and the definitions it stands for."""

    number: int
    definitions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Another wording of a line."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who reads a character's lines aloud."""

    character: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """A card of an outline or beat board.

    Args:
        key: Its id.
        title: Its name.
        text: What it says.
        type: ``Beat`` or as the source calls it.
        color: As the source writes it.
    """

    key: str
    title: str
    text: str = ""
    type: str = ""
    color: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningText:
    """What stands at the head or foot of every page; ``{Page #}`` and the like are filled in."""

    text: str
    is_visible: bool = True
    is_on_first_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphType:
    """How a script's source sets one type of paragraph: its settings, name and value as written.

    Args:
        name: Of the type.
        font: Settings of its letters.
        setting: Settings of the paragraph.
        behavior: What it paginates as and what follows it.
    """

    name: str
    font: tuple[tuple[str, str], ...] = ()
    setting: tuple[tuple[str, str], ...] = ()
    behavior: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptData:
    """What a script carries beside its lines.

    Args:
        revisions: Its revision sets, oldest first.
        active_revision: Number of the set that is being written, or 0.
        is_revising: True when new words are marked as revised.
        categories: Kinds of element that are tagged.
        definitions: The elements.
        tags: What tagged words point at.
        alternates: Other wordings.
        voices: Who reads which character.
        beats: Cards of the outline.
        header: Head of every page, or None.
        footer: Foot of every page, or None.
        numbering: How scenes are numbered, name and value as the source writes them.
        page: Size and margins of the page, the same way.
        types: Settings of each type of paragraph.
        cover: Every row of the title page as set, empty ones too: alignment and words.
        version: Of the format.
    """

    revisions: tuple[RevisionSet, ...] = ()
    active_revision: int = 0
    is_revising: bool = False
    categories: tuple[TagCategory, ...] = ()
    definitions: tuple[TagDefinition, ...] = ()
    tags: tuple[Tag, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    voices: tuple[Voice, ...] = ()
    beats: tuple[Beat, ...] = ()
    header: RunningText | None = None
    footer: RunningText | None = None
    numbering: tuple[tuple[str, str], ...] = ()
    page: tuple[tuple[str, str], ...] = ()
    types: tuple[ParagraphType, ...] = ()
    cover: tuple[tuple[str, str], ...] = ()
    version: str = ""
