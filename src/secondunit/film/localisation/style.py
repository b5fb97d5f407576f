"""Read the subtitle style of a language from its data file."""

from __future__ import annotations

import tomllib
from typing import Annotated

import msgspec

from secondunit.core.errors import InputError
from secondunit.film.localisation.model import SubtitleStyle

FILE = "subtitles.toml"
Positive = Annotated[int, msgspec.Meta(ge=1)]
Whole = Annotated[int, msgspec.Meta(ge=0)]


class _Style(msgspec.Struct, forbid_unknown_fields=True):
    max_rows: Positive
    max_characters: Positive
    max_reading_speed: Positive
    min_frames_24: Positive
    max_seconds: Positive
    gap_frames: Whole
    chain_frames_24: Whole
    shot_change_frames_24: Whole
    shot_change_pull_24: Whole
    late_frames: Whole
    first_speaker: str
    second_speaker: str


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    break_before: tuple[str, ...]
    keep_with_next: tuple[str, ...]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    source: str
    version: str
    checked_on: str
    styles: dict[str, dict[str, int | str]]
    words: dict[str, _Words] = {}
    verify: bool = False


def read_style(text: str, language: str) -> SubtitleStyle:
    """The style of a language: the default's rules with those that the language changes.

    Args:
        text: Text of ``subtitles.toml``.
        language: BCP 47; only the primary subtag counts (``en-GB`` reads ``en``).

    Raises:
        InputError: It is no TOML, a field is missing or wrong, or there is no default.
    """
    primary = language.partition("-")[0].casefold()
    try:
        file = msgspec.convert(tomllib.loads(text), type=_File)
        found = _merged(file, primary)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
    words = file.words.get(primary) or _Words(break_before=(), keep_with_next=())
    return SubtitleStyle(
        language=language,
        source=f"{file.source}, checked on {file.checked_on}",
        break_before=words.break_before,
        keep_with_next=words.keep_with_next,
        **{name: getattr(found, name) for name in _Style.__struct_fields__},
    )


def _merged(file: _File, primary: str) -> _Style:
    if "default" not in file.styles:
        raise InputError(
            f"{FILE}: there is no style [styles.default]",
            remedy="Add it, or remove your copy to use the one that ships.",
        )
    fields = {**file.styles["default"], **file.styles.get(primary, {})}
    try:
        return msgspec.convert(fields, type=_Style)
    except msgspec.ValidationError as error:
        raise InputError(
            f"{FILE}: [styles.{primary}] over [styles.default]: {error}",
            remedy="Compare it with the file that ships.",
        ) from error
