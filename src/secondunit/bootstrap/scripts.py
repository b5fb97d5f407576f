"""Formats that scripts come in and go out in."""

from __future__ import annotations

from collections.abc import Sequence

from secondunit.core.errors import InputError
from secondunit.film.screenplay.printing.options import PrintOptions
from secondunit.ports.formats import ScriptFormat, ScriptWriter


def script_formats() -> Sequence[ScriptFormat]:
    """Formats that scripts come in, the surest to recognise first."""
    from secondunit.adapters.formats import (
        celtx,
        docx_script,
        fade_in,
        fdx,
        fountain,
        highland,
        pdf_script,
        plain_text,
        trelby,
    )

    return (
        fdx.FORMAT,
        pdf_script.FORMAT,
        docx_script.FORMAT,
        fade_in.FORMAT,
        celtx.FORMAT,
        highland.FORMAT,
        trelby.FORMAT,
        plain_text.FORMAT,
        fountain.FORMAT,
    )


def script_writers() -> Sequence[ScriptWriter]:
    """Formats that scripts go out in."""
    from secondunit.adapters.formats import docx_script, fdx, fountain, pdf_print, script_html

    return (fountain.FORMAT, fdx.FORMAT, pdf_print.FORMAT, docx_script.FORMAT, script_html.FORMAT)


def script_writer(suffix: str) -> ScriptWriter:
    """The writer of a suffix.

    Args:
        suffix: Lower case, with the dot.

    Raises:
        InputError: No format of that suffix can be written.
    """
    writers = {known: writer for writer in script_writers() for known in writer.suffixes}
    if suffix not in writers:
        raise InputError(
            f"no script can be written as “{suffix or 'a file without suffix'}”",
            remedy=f"Use one of {', '.join(writers)}.",
        )
    return writers[suffix]


def script_printer(options: PrintOptions, face: bytes | None = None) -> ScriptWriter:
    """What prints scripts to PDF.

    Args:
        options: How.
        face: A TrueType font for letters that the typewriter lacks, or None.

    Raises:
        InputError: The font cannot be embedded.
    """
    from secondunit.adapters.formats.pdf_print import PdfPrintFormat

    return PdfPrintFormat(options, face)
