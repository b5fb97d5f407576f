"""Options that all commands on rights share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console

if TYPE_CHECKING:
    from secondunit.core.ids import Digest
    from secondunit.pipeline.rights_desk import RightsDesk, Signature

Folder = Annotated[
    Path | None, typer.Option("--out", help="The production folder, where there are several.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


CLASSES = ("public", "internal", "confidential", "biometric", "sealed")
"""Classes of things, lowest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs, why, and where."""

    by: Annotated[str, typer.Option("--as", help="Your name.")] = ""
    role: Annotated[str, typer.Option(help="The role in which you sign.")] = ""
    reason: Annotated[str, typer.Option(help="Why, in a sentence.")] = ""
    out: Folder = None


def open_desk(out: Path | None) -> RightsDesk:
    """The rights desk of the production meant."""
    from secondunit.bootstrap import rights_desk
    from secondunit.bootstrap.productions import find_folder

    return rights_desk.open_desk(find_folder(out))


def signature(options: Signing) -> Signature:
    """Who signs, as the desk takes it."""
    from secondunit.pipeline.rights_desk import Signature

    return Signature(by=options.by, role=options.role, reason=options.reason)


def day(text: str, option: str) -> str:
    """A date as given, or "" where none was.

    Raises:
        InputError: It is no date.
    """
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise InputError(
            f"{option} “{text}” is no date", remedy="Write it as 2027-01-31."
        ) from error


def keep_paper(desk: RightsDesk, file: Path | None) -> Digest | None:
    """Keep a signed paper in the production, and give its digest.

    Raises:
        InputError: The file cannot be read, or is empty.
    """
    if file is None:
        return None
    from secondunit.bootstrap.files import read_file

    data = read_file(file)
    if not data:
        raise InputError(f"{file}: is empty", remedy="Give the signed paper.")
    return desk.media.store_media(data, "application/octet-stream", "paper").digest


def digest_of(thing: str) -> Digest:
    """The digest of a file, or a digest as it was given."""
    import re

    from secondunit.bootstrap.files import read_file
    from secondunit.core.ids import Digest, digest_bytes

    if re.fullmatch(r"[0-9a-f]{64}", thing):
        return Digest(thing)
    return digest_bytes(read_file(Path(thing)))


def say_kept(name: str, sequence: int) -> int:
    """Say that a record was kept."""
    console.OUT.print(f"{name}: kept as entry {sequence} of the rights log", markup=False)
    return 0
