"""Bring a draft of the script into a production."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from secondunit.core.errors import Conflict, InputError
from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import canonical_json, digest_bytes
from secondunit.film.screenplay.drafts.revise import carry_ids
from secondunit.film.screenplay.model import Screenplay
from secondunit.pipeline.journal import add_entry, witness_entry
from secondunit.pipeline.queries import View
from secondunit.ports.formats import Reading, ScriptFormat
from secondunit.ports.records import Draft

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest script file read: 20 times the largest real one seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptFile:
    """A script as a person gives it.

    Args:
        name: File name without folders.
        data: Its bytes.
    """

    name: str
    data: bytes


def read_script(file: ScriptFile, formats: Sequence[ScriptFormat]) -> Reading:
    """Read a script by its suffix, or by its content where the suffix says nothing or is wrong.

    Returns:
        The script, or error findings that say why there is none.

    Raises:
        InputError: No format knows the file.
    """
    if not file.data.strip():
        return _refused(file, "screenplay.empty", "the file is empty", "Export the script again.")
    if len(file.data) > LARGEST:
        return _refused(
            file,
            "screenplay.too-large",
            f"{len(file.data) // 1_000_000} MB is no screenplay; the limit is "
            f"{LARGEST // 1_000_000} MB",
            "Give the script itself, not a package or a film.",
        )
    suffix = PurePath(file.name).suffix.lower()
    for script_format in formats:
        if suffix in script_format.suffixes:
            reading = script_format.read(file.data, file.name)
            if reading.screenplay is not None or script_format.is_format(file.data):
                return reading
            return _read_by_content(file, formats) or reading
    for script_format in formats:
        if script_format.is_format(file.data):
            return script_format.read(file.data, file.name)
    known = ", ".join(dict.fromkeys(suffix for each in formats for suffix in each.suffixes))
    raise InputError(f"{file.name} is in no format that can be read", remedy=f"Use one of {known}.")


def _read_by_content(file: ScriptFile, formats: Sequence[ScriptFormat]) -> Reading | None:
    """A script whose suffix is wrong, or None where no format finds scenes in the file."""
    for script_format in formats:
        if not script_format.is_format(file.data):
            continue
        reading = script_format.read(file.data, file.name)
        if reading.screenplay is None or not reading.screenplay.scenes:
            return None
        finding = Finding(
            severity=Severity.WARNING,
            rule="screenplay.wrong-suffix",
            where=file.name,
            message=f"its name does not say so, but what it holds is {script_format.key}",
            remedy=f"Let its name end in {script_format.suffixes[0]}.",
        )
        return Reading(screenplay=reading.screenplay, findings=(finding, *reading.findings))
    return None


def require_script(file: ScriptFile, reading: Reading) -> Screenplay:
    """The script of a reading, or its first error as one.

    Raises:
        InputError: There is no script, or an error finding blocks it.
    """
    errors = blocking(reading.findings)
    if reading.screenplay is None or errors:
        first = errors[0] if errors else None
        message = f"{first.where}: {first.message}" if first else "nothing could be read"
        raise InputError(f"{file.name}: {message}", remedy=first.remedy if first else "")
    return reading.screenplay


def add_draft(view: View, file: ScriptFile, reading: Reading, by: str) -> Draft:
    """Keep a draft as the newest one. Scenes and lines it shares with the draft before keep
    their ids, and so the decisions on them.

    Raises:
        InputError: There is no script, or an error finding blocks it.
        StoreError: The disk or the database failed.
    """
    draft = prepare_draft(view, file, reading)
    office = view.office
    office.media.store_media(file.data, "application/octet-stream", file.name)
    with office.records.transaction():
        office.records.add_draft(draft)
        entry = add_entry(office, kind="draft", by=by, body=draft)
    witness_entry(office, entry)
    view.look_through(draft)
    return draft


def prepare_draft(view: View, file: ScriptFile, reading: Reading) -> Draft:
    """A draft ready to be kept, or to be looked through as a trial.

    Raises:
        InputError: There is no script, or an error finding blocks it.
        StoreError: The media store failed.
    """
    screenplay = require_script(file, reading)
    drafts = view.office.records.drafts()
    if drafts:
        screenplay = carry_ids(view.screenplay(), screenplay)
    script = view.office.media.store_media(
        canonical_json(screenplay), "application/json", f"{file.name}.json"
    )
    return Draft(
        number=len(drafts) + 1,
        name=file.name,
        source=digest_bytes(file.data),
        script=script.digest,
        findings=canonical_json(reading.findings).decode(),
        added_at=view.office.clock.now(),
    )


def require_current(view: View, file: ScriptFile) -> None:
    """Let a run go on with a script that is the newest draft.

    Raises:
        Conflict: The production's newest draft is another file.
    """
    drafts = view.office.records.drafts()
    source = digest_bytes(file.data)
    if not drafts or drafts[-1].source == source:
        return
    older = next((draft for draft in drafts if draft.source == source), None)
    if older is not None:
        raise Conflict(
            f"{file.name} is draft {older.number}; draft {drafts[-1].number} "
            f"({drafts[-1].name}) has superseded it",
            remedy=f"Run secondunit produce {drafts[-1].name}, or revise back to {file.name}.",
        )
    raise Conflict(
        f"this production was made from {drafts[-1].name}, and {file.name} is another text",
        remedy=f"To make it the next draft and keep every decision: secondunit revise {file.name}\n"
        f"To make another production of it: add --out FOLDER.",
    )


def _refused(file: ScriptFile, rule: str, message: str, remedy: str) -> Reading:
    finding = Finding(
        severity=Severity.ERROR, rule=rule, where=file.name, message=message, remedy=remedy
    )
    return Reading(screenplay=None, findings=(finding,))
