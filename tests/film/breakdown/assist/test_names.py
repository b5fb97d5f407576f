from __future__ import annotations

import pytest
from tests.film.breakdown.assist.builder import tag_inputs

from secondunit.film.breakdown.assist.names import forms, head_forms, is_named_in, plain_name


@pytest.mark.parametrize(
    ("given", "plain"),
    [("The Oil  Lantern", "oil lantern"), ("a", "a"), ("an axe", "axe"), (" \n", "")],
)
def test_articles_capitals_and_spaces_make_no_other_thing(given: str, plain: str) -> None:
    assert plain_name(given, tag_inputs().lexicon) == plain


@pytest.mark.parametrize(
    ("name", "quote", "named"),
    [
        ("lantern", "oil lanterns", True),
        ("knife", "two KNIVES", True),
        ("machine gun", "a gun", False),
        ("stunt", "walks in", False),
        ("...", "walks in", False),
    ],
)
def test_a_quote_names_an_element_where_it_has_all_its_words(
    name: str,
    quote: str,
    named: bool,  # noqa: FBT001
) -> None:
    assert is_named_in(name, quote, "en") is named


def test_a_thing_and_several_of_it_are_one() -> None:
    assert forms("oil lanterns", "en") & forms("oil lantern", "en")
    assert head_forms("oil lanterns", tag_inputs().lexicon) >= {"lantern"}
    assert head_forms("?", tag_inputs().lexicon) == frozenset()
