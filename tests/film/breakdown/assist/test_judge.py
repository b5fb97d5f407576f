from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.breakdown.assist.builder import bench, claim, scene

from secondunit.film.breakdown.assist.judge import Judged, Reason, judge
from secondunit.film.breakdown.assist.question import shown_lines
from secondunit.film.breakdown.assist.reply import Claim, ReadReply
from secondunit.film.breakdown.memory import Memory, Rejection
from secondunit.film.breakdown.model import Category

ACTION = shown_lines(scene())[1].text


def judged(*claims: Claim, memory: Memory | None = None) -> Judged:
    return judge(scene(), ReadReply(claims=claims), bench(memory=memory or Memory()))


def reason(*claims: Claim) -> Reason:
    (refusal,) = judged(*claims).refused
    return refusal.reason


def test_a_claim_whose_words_are_there_is_taken_with_its_exact_span() -> None:
    at = ACTION.index("oil lantern")
    (found,) = judged(claim("oil lantern", "props", "oil lantern", start=at, end=at + 11)).found
    assert (found.element.category, found.element.name) == (Category.PROPS, "oil lantern")
    assert ACTION[found.span.start : found.span.end] == found.span.quote == "oil lantern"
    assert not found.repaired


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-5, 900), (3, 14), (10**12, 10**12)])
def test_a_quote_that_is_once_in_its_line_is_put_in_its_place(start: int, end: int) -> None:
    (found,) = judged(claim("oil lantern", "props", "oil lantern", start=start, end=end)).found
    assert ACTION[found.span.start : found.span.end] == "oil lantern"
    assert found.repaired


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (claim("machine gun", "props", "machine gun"), Reason.QUOTE_DIFFERS),
        (claim("lantern", "props", "OIL LANTERN"), Reason.QUOTE_DIFFERS),
        (claim("antern", "props", "antern"), Reason.QUOTE_DIFFERS),  # no whole word
        (claim("lift", "props", "lif"), Reason.QUOTE_DIFFERS),
        (claim("ladder", "props", "ladder"), Reason.QUOTE_DIFFERS),  # it stands there twice
        (claim("lantern", "spaceships", "lantern"), Reason.UNKNOWN_CATEGORY),
        (claim("cellar", "set", "lantern"), Reason.UNKNOWN_CATEGORY),
        (claim("machine gun", "props", "lantern"), Reason.NAME_NOT_QUOTED),
        (claim("stunt", "stunts", "MINA lifts"), Reason.NAME_NOT_QUOTED),
        (claim("", "props", "lantern"), Reason.EMPTY),
        (claim("lantern", "props", "  "), Reason.EMPTY),
        (claim("lantern", "props", "lantern", line=0), Reason.NO_LINE),
        (claim("lantern", "props", "lantern", line=99), Reason.NO_LINE),
        (claim("pistol", "props", "pistol", line=5), Reason.NOT_QUOTABLE),
        (claim("cellar", "props", "CELLAR", line=1), Reason.NOT_QUOTABLE),
        (claim("DES", "cast", "MINA"), Reason.UNKNOWN_CHARACTER),
        (claim("x" * 61, "props", "lantern"), Reason.BAD_NAME),
        (claim("=HYPERLINK(1)", "props", "lantern"), Reason.BAD_NAME),
        (claim("lan\x1b[31mtern", "props", "lantern"), Reason.BAD_NAME),
    ],
)
def test_a_claim_the_script_does_not_bear_out_is_refused_with_the_reason(
    wrong: Claim, why: Reason
) -> None:
    assert reason(wrong) is why


def test_a_figure_of_speech_is_not_taken_at_its_word() -> None:
    idiom = next(each for each in bench().lexicon.idioms if each.count(" ") == 1)
    text = f"INT. CELLAR - DAY\n\nIt is {idiom} to her.\n".encode()
    word = idiom.split()[-1]
    got = judge(scene(text), ReadReply(claims=(claim(word, "props", word),)), bench(text))
    assert [each.reason for each in got.refused] == [Reason.IDIOM]


def test_what_people_rejected_is_not_heard_again_in_whatever_number() -> None:
    memory = Memory(rejected=(Rejection(category=Category.PROPS, name="oil lantern", by="Ana"),))
    got = judged(claim("Oil lanterns", "props", "oil lantern"), memory=memory)
    assert [each.reason for each in got.refused] == [Reason.REJECTED]
    got = judged(claim("oil lantern", "set-dressing", "oil lantern"), memory=memory)
    assert len(got.found) == 1


def test_the_same_claim_twice_is_one() -> None:
    twice = [claim("oil lantern", "props", "oil lantern")] * 2
    got = judged(*twice)
    assert len(got.found) == 1
    assert [each.reason for each in got.refused] == [Reason.DUPLICATE]


def test_the_singular_of_a_plural_is_a_quote() -> None:
    (found,) = judged(claim("plumb bob", "props", "plumb bob", line=6)).found
    assert found.span.quote == "plumb bob"


def test_an_implied_need_is_marked_and_need_not_be_named() -> None:
    (found,) = judged(claim("wrangler", "animal-wrangler", "dog", explicit=False)).found
    assert found.element.implied


def test_a_character_may_be_claimed_by_name() -> None:
    (found,) = judged(claim("Mina", "cast", "MINA")).found
    assert (found.element.name, found.element.implied) == ("MINA", False)


def test_a_number_the_line_does_not_give_is_not_believed() -> None:
    claims = [claim("plumb bob", "props", "plumb bobs", line=6, quantity=n) for n in (2, 200)]
    (two,), (many,) = (judged(each).found for each in claims)
    assert (two.element.quantity, many.element.quantity) == (2, 1)


@pytest.mark.parametrize("confidence", [-3.0, 0.4, 7.0])
def test_a_confidence_stays_between_nothing_and_certain(confidence: float) -> None:
    (found,) = judged(claim("oil lantern", "props", "oil lantern", confidence=confidence)).found
    assert 0 <= found.confidence <= 1


def test_an_answer_with_more_items_than_a_scene_can_need_is_refused_whole() -> None:
    many = ReadReply(claims=(claim("oil lantern", "props", "oil lantern"),) * 81)
    got = judge(scene(), many, bench())
    assert got.found == ()
    assert [(each.reason, each.count) for each in got.refused] == [(Reason.TOO_MANY, 81)]


def test_what_cannot_be_read_is_counted() -> None:
    assert judge(scene(), ReadReply(readable=False), bench()).refused[0].reason is Reason.UNREADABLE
    got = judge(scene(), ReadReply(malformed=3), bench())
    assert [(each.reason, each.count) for each in got.refused] == [(Reason.MALFORMED, 3)]


@given(
    st.builds(
        Claim,
        element=st.text() | st.sampled_from(["oil lantern", "MINA", "dog"]),
        category=st.text() | st.sampled_from(list(Category)),
        line=st.integers(-1, 8),
        start=st.integers(-5, 90),
        end=st.integers(-5, 90),
        quote=st.text(max_size=4) | st.sampled_from(["oil lantern", "MINA", "dog", "pistol"]),
        explicit=st.booleans(),
        quantity=st.integers(),
        confidence=st.floats(allow_nan=False),
        why=st.text(),
    )
)
def test_whatever_is_claimed_no_span_is_ever_invented(wild: Claim) -> None:
    texts = {line.id: line.text for line in shown_lines(scene())}
    got = judged(wild)
    assert len(got.found) + len(got.refused) == 1
    for found in got.found:
        span = found.span
        assert texts[span.line][span.start : span.end] == span.quote == wild.quote
