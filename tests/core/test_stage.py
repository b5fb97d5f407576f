from dataclasses import dataclass

from secondunit.core.money import FREE
from secondunit.core.stage import Ask, ask, unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    words: tuple[str, ...]


def test_the_same_question_is_one_question_whatever_it_is_about() -> None:
    one = ask("tokens", "Sc. 1", Request(words=("a", "b")))
    same = ask("tokens", "Sc. 9", Request(words=("a", "b")))
    other = ask("tokens", "Sc. 1", Request(words=("a",)))
    assert one.digest == same.digest != other.digest


def test_the_kind_is_part_of_the_question() -> None:
    request = Request(words=())
    assert ask("panel", "1A", request).digest != ask("take", "1A", request).digest


def test_a_question_that_can_be_done_without_is_the_same_question() -> None:
    needed = Ask(kind="text", subject="Sc. 1", body="{}")
    assert Ask(kind="text", subject="Sc. 1", body="{}", optional=True).digest == needed.digest


def test_an_answer_that_never_came_says_why_and_cost_nothing() -> None:
    asked = Ask(kind="text", subject="Sc. 1", body="{}", optional=True)
    missing = unanswered(asked, "nobody is there")
    assert (missing.ask, missing.failure, missing.cost) == (asked.digest, "nobody is there", FREE)
