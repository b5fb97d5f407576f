"""What a reader of scripts says of a file that it cannot read, or had to guess about."""

from __future__ import annotations

from secondunit.adapters.decoding import Decoded
from secondunit.core.finding import Finding, Severity
from secondunit.ports.formats import Reading


def refused(where: str, rule: str, message: str, remedy: str) -> Reading:
    """No script, and why.

    Args:
        where: The file's name, perhaps with a line.
        rule: Without the department's name.
        message: What is wrong.
        remedy: What to do about it.
    """
    finding = Finding(
        severity=Severity.ERROR,
        rule=f"screenplay.{rule}",
        where=where,
        message=message,
        remedy=remedy,
    )
    return Reading(screenplay=None, findings=(finding,))


def not_text(name: str, decoded: Decoded) -> Reading:
    """No script, since the file is no text."""
    remedy = "Export the script as Fountain or plain text, or give the file its own suffix."
    return refused(name, decoded.rule, decoded.odd, remedy)


def guesses(name: str, decoded: Decoded) -> tuple[Finding, ...]:
    """What had to be guessed about the encoding of a text; nothing where nothing had to."""
    if not decoded.odd:
        return ()
    return (
        Finding(
            severity=Severity.WARNING,
            rule="screenplay.encoding",
            where=name,
            message=decoded.odd,
            remedy="Look at accents and quotes; save the script as UTF-8.",
        ),
    )
