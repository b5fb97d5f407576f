"""How ``secondunit script convert`` prints: its options for PDF, taken together."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError

if TYPE_CHECKING:
    from secondunit.film.screenplay.model import Screenplay
    from secondunit.film.screenplay.printing.request import PrintRequest

_PANEL = "Printing (PDF only)"


class Sides(StrEnum):
    """On which sides of a heading its scene number stands."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"
    NONE = "none"


class PaperSize(StrEnum):
    """What a script is printed on."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintChoice:
    """Options of a print, as given on the command line."""

    since: Annotated[
        Path | None,
        typer.Option(
            metavar="DRAFT",
            help="The draft before: a star stands in the margin of each row that has changed.",
            rich_help_panel=_PANEL,
        ),
    ] = None
    changed_pages: Annotated[
        bool,
        typer.Option(
            "--changed-pages",
            help="Only pages that have changed, numbered as those they replace (12, 12A).",
            rich_help_panel=_PANEL,
        ),
    ] = False
    colour: Annotated[
        str,
        typer.Option(
            help="Colour of the revision: blue, pink ... 2nd blue. Default: the title page’s, or "
            "the next one.",
            rich_help_panel=_PANEL,
        ),
    ] = ""
    date: Annotated[
        str,
        typer.Option(
            help="Date of the revision as it is printed. Default: the title page’s.",
            rich_help_panel=_PANEL,
        ),
    ] = ""
    tint: Annotated[
        bool,
        typer.Option(
            "--tint",
            help="Colour the changed pages, for reading on a screen.",
            rich_help_panel=_PANEL,
        ),
    ] = False
    no_stars: Annotated[
        bool,
        typer.Option(
            "--no-stars",
            help="Without the revision that the script’s own file marks.",
            rich_help_panel=_PANEL,
        ),
    ] = False
    scene_numbers: Annotated[
        Sides | None,
        typer.Option(
            help="Where the scene numbers stand. Default: as the script says, else on both sides.",
            rich_help_panel=_PANEL,
        ),
    ] = None
    number_scenes: Annotated[
        bool,
        typer.Option(
            "--number-scenes",
            help="Number the scenes that have no number.",
            rich_help_panel=_PANEL,
        ),
    ] = False
    paper: Annotated[
        PaperSize | None,
        typer.Option(help="Default: the script’s own.", rich_help_panel=_PANEL),
    ] = None
    continueds: Annotated[
        bool,
        typer.Option(
            "--continueds",
            help="CONTINUED at the foot and the head of pages on which a scene goes on.",
            rich_help_panel=_PANEL,
        ),
    ] = False
    no_cover: Annotated[
        bool, typer.Option("--no-cover", help="Without a title page.", rich_help_panel=_PANEL)
    ] = False
    watermark: Annotated[
        str, typer.Option(help="Words across every page.", rich_help_panel=_PANEL)
    ] = ""
    font: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A TrueType font for letters that Courier Prime lacks (Chinese, Japanese ...).",
            rich_help_panel=_PANEL,
        ),
    ] = None


def require_print(options: PrintChoice, target: Path) -> None:
    """No option of a print is given for a file that is none.

    Raises:
        InputError: One is.
    """
    given = [
        f"--{field.name.replace('_', '-')}"
        for field in fields(options)
        if getattr(options, field.name) != field.default
    ]
    if given and target.suffix.lower() != ".pdf":
        raise InputError(
            f"{', '.join(given)} {'is' if len(given) == 1 else 'are'} for a print, and "
            f"“{target.name}” is none",
            remedy="Give the file to write a name that ends in .pdf, or leave the options out.",
        )


def print_request(options: PrintChoice, since: Screenplay | None) -> PrintRequest:
    """What is asked of the print.

    Args:
        options: As given.
        since: The draft before, read, where one is named.
    """
    from secondunit.film.screenplay.printing.options import A4, LETTER, NumberSides
    from secondunit.film.screenplay.printing.request import PrintRequest

    papers = {PaperSize.LETTER: LETTER, PaperSize.A4: A4}
    return PrintRequest(
        since=since,
        colour=options.colour,
        date=options.date,
        only_changed=options.changed_pages,
        tint=options.tint,
        marks=not options.no_stars,
        sides=NumberSides(options.scene_numbers) if options.scene_numbers else None,
        number_scenes=options.number_scenes,
        paper=papers[options.paper] if options.paper else None,
        continueds=options.continueds,
        cover=not options.no_cover,
        watermark=options.watermark,
    )
