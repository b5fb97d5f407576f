"""Headings and cues in every language that the words are listed for."""

import pytest
from benchmarks.languages import as_fountain, languages, missed, probe, unplaced

from secondunit.core.ids import Digest
from secondunit.film.screenplay.fountain.reader import read_fountain

LANGUAGES = ["de", "en", "es", "fr", "hi", "it", "ml", "pt", "zh"]


def test_every_language_has_a_probe() -> None:
    assert languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_cues_are_found_in_each_language(language: str) -> None:
    assert missed(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_heading_says_where_and_when(language: str) -> None:
    assert unplaced(language) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_else_is_taken_for_a_heading_or_a_cue(language: str) -> None:
    lines = probe(language)
    raw, _ = read_fountain(as_fountain(lines), name=language, digest=Digest(""))
    found = [line.kind.value for line in raw.lines]
    assert found == [kind for kind, _ in lines]
