import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.shots.builder import tables

from secondunit.film.shots.cast.roles import Role
from secondunit.film.shots.model import Build, Pose
from secondunit.film.shots.reading.vocabulary import (
    Vocabulary,
    Words,
    count_words,
    pose_of,
    sentences,
)

CAST = (
    Role(name="EDWARD", build=Build.MAN),
    Role(name="YOUNG EDWARD", build=Build.CHILD),
    Role(name="terrier", build=Build.ANIMAL, animal="terrier", called=("CRUMB",)),
)


def names(text: str) -> list[str]:
    return [said.name for said in Vocabulary(CAST, tables()).names(text)]


def test_the_longest_name_wins() -> None:
    assert names("Young Edward waves. EDWARD nods.") == ["YOUNG EDWARD", "EDWARD"]


def test_an_animal_answers_to_its_name_and_its_kind() -> None:
    assert names("Crumb barks. The terrier sits.") == ["terrier", "terrier"]


def test_a_name_inside_a_word_is_no_name() -> None:
    assert names("The Edwardian house.") == []


def test_a_possessive_owns() -> None:
    found = Vocabulary(CAST, tables()).names("Edward's face falls.")
    assert [said.owns for said in found] == [True]


@pytest.mark.parametrize("form", ["sits", "sitting", "runs", "running", "lies", "lying", "carries"])
def test_verbs_are_found_in_their_forms(form: str) -> None:
    words = Words({"found": ("sit", "run", "lie", "carry")}, inflect=True)
    assert [hit.asks for hit in words.find(f"He {form}.")] == ["found"]


def test_a_base_form_may_be_a_noun() -> None:
    hits = Words({"move": ("run",)}, inflect=True).find("a run of luck")
    assert [hit.bare for hit in hits] == [True]


def test_a_longer_phrase_wins() -> None:
    words = Words({"move": ("walk",), "exit": ("walk out",)}, inflect=True)
    assert [hit.asks for hit in words.find("She walks out.")] == ["exit"]


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Mrs. Tull waits. “Now!” she says. Rain"
    cut = [text[a:b] for a, b in sentences(text)]
    assert cut == ["Mrs. Tull waits.", "“Now!”", "she says.", "Rain"]


@given(st.text(alphabet="ab .!?\n’”", max_size=60))
def test_sentences_hold_every_word_once(text: str) -> None:
    joined = "".join(text[a:b] for a, b in sentences(text))
    assert "".join(joined.split()) == "".join(text.split())


def test_words_are_counted_as_read() -> None:
    assert count_words("It's a well-kept dog.") == 4


def test_an_unknown_pose_stands() -> None:
    assert pose_of("kneel") is Pose.KNEEL
    assert pose_of("levitate") is Pose.STAND
