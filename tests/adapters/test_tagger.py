import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondunit.adapters.tagger import answer_tokens, split_words, version
from secondunit.core.errors import AnswerUnreadable
from secondunit.core.ids import canonical_json, read_json
from secondunit.film.breakdown.tokens import Token, TokenReply, TokenRequest


def _tag(*lines: str) -> tuple[tuple[Token, ...], ...]:
    request = canonical_json(TokenRequest(lines=lines)).decode()
    return read_json(answer_tokens(request), TokenReply).lines


def _words(text: str) -> list[str]:
    return [text[start:end] for start, end in split_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Will's gun.", ["Will", "'s", "gun", "."]),
        ("He doesn’t.", ["He", "does", "n’t", "."]),
        ("They're at 10:30.", ["They", "'re", "at", "10:30", "."]),
        ("Mrs. Tull's P.O. box", ["Mrs.", "Tull", "'s", "P.O.", "box"]),
        ("a 1960s well-known van", ["a", "1960s", "well-known", "van"]),
        ("No -- wait...", ["No", "--", "wait", "..."]),
        ("the 3rd_floor", ["the", "3rd", "_", "floor"]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, words: list[str]) -> None:
    assert _words(text) == words


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_any_text_is_tagged_line_by_line_at_places_that_grow_and_miss_no_letter(
    lines: list[str],
) -> None:
    answered = _tag(*lines)
    assert len(answered) == len(lines)
    for text, tokens in zip(lines, answered, strict=True):
        places = [(token.start, token.end) for token in tokens]
        assert places == split_words(text)
        assert all(start < end for start, end in places)
        assert all(one[1] <= two[0] for one, two in pairwise(places))
        covered = {index for start, end in places for index in range(start, end)}
        assert all(index in covered for index, mark in enumerate(text) if mark.isalnum())


def test_a_word_is_answered_in_its_dictionary_form_with_its_part_of_speech() -> None:
    (tokens,) = _tag("Two knives fall.")
    found = {token.lemma: token.tag for token in tokens}
    assert found["knife"] == "NN2"
    assert found["fall"].startswith("VV")


def test_capitals_shout_and_are_read_as_the_words_they_are() -> None:
    loud, quiet = _tag("A LANTERN FALLS.", "a lantern falls.")
    assert [(t.lemma, t.tag) for t in loud[1:]] == [(t.lemma, t.tag) for t in quiet[1:]]


def test_a_line_is_tagged_the_same_whatever_stands_around_it() -> None:
    alone = _tag("A dog barks.")[0]
    assert _tag("Rain.", "A dog barks.", "")[1] == alone


def test_a_sentence_longer_than_a_page_is_tagged_to_its_end() -> None:
    text = "rope and " * 300 + "lantern"
    (tokens,) = _tag(text)
    assert len(tokens) == 601
    assert tokens[-1].lemma == "lantern"


@pytest.mark.parametrize("body", ["", "{}", '{"lines": "A dog"}', "[1]", "\x00"])
def test_what_is_no_request_is_refused_with_what_to_send(body: str) -> None:
    with pytest.raises(AnswerUnreadable, match="tokens ask cannot be read") as caught:
        answer_tokens(body)
    assert caught.value.remedy == "Send a TokenRequest."


def test_an_answer_is_the_same_text_each_time_and_names_its_tool() -> None:
    request = canonical_json(TokenRequest(lines=("A dog barks.",))).decode()
    assert answer_tokens(request) == answer_tokens(request)
    assert json.loads(answer_tokens(request))
    assert version().split()[0] == "hanta"
