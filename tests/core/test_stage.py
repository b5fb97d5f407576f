from dataclasses import dataclass

from secondunit.core.stage import ask


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
