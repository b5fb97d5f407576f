"""Read the subtitle style of a language from its data file."""

from __future__ import annotations

import tomllib
from typing import Annotated

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.localisation.model import SubtitleStyle

FILE = "subtitles.toml"
Some = Annotated[int, msgspec.Meta(ge=1)]


class _Style(msgspec.Struct, forbid_unknown_fields=True):
    max_rows: Some
    max_characters: Some
    max_reading_speed: Some
    min_frames_24: Some
    max_seconds: Some
    gap_frames: Annotated[int, msgspec.Meta(ge=0)]


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    break_before: tuple[str, ...]
    keep_with_next: tuple[str, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    version: str
    checked_on: str
    styles: dict[str, _Style]
    words: dict[str, _Words]
    verify: bool = False


def read_style(text: str, language: str) -> SubtitleStyle:
    """The style of a language, or of ``default`` where it has none of its own.

    Args:
        text: Text of ``subtitles.toml``.
        language: BCP 47; only the primary subtag counts (``en-GB`` reads ``en``).

    Raises:
        InputError: It is no TOML, a field is missing or wrong, or there is no default.
    """
    try:
        file = msgspec.convert(tomllib.loads(text), type=_File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    primary = language.partition("-")[0]
    found = file.styles.get(primary) or file.styles.get("default")
    if found is None:
        raise InputError(
            f"{FILE}: no style for {language} and no default", remedy="Add [styles.default]."
        )
    words = file.words.get(primary) or _Words(break_before=(), keep_with_next=())
    return SubtitleStyle(
        language=language,
        max_rows=found.max_rows,
        max_characters=found.max_characters,
        max_reading_speed=found.max_reading_speed,
        min_frames_24=found.min_frames_24,
        max_seconds=found.max_seconds,
        gap_frames=found.gap_frames,
        break_before=words.break_before,
        keep_with_next=words.keep_with_next,
        source=f"{file.source}, checked on {file.checked_on}",
    )
