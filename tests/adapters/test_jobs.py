import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from secondunit.adapters.clock import SystemClock
from secondunit.adapters.jobs import LocalJobs
from secondunit.core.errors import ProviderError, Refused, Unavailable
from secondunit.core.stage import Answer, Ask
from secondunit.ports.jobs import Performed, Performer


def _echo(body: str) -> Performed:
    if body == "refuse":
        raise Refused("no", remedy="ask otherwise")
    if body == "die":
        os._exit(9)
    return Performed(body=f"{body}!{os.getpid()}", provider="echo", version="1")


@dataclass(frozen=True, slots=True)
class Echoes:
    def __call__(self) -> Mapping[str, Performer]:
        return {"light": _echo, "heavy": _echo}


def _jobs(workers: int = 2) -> LocalJobs:
    return LocalJobs(
        performers=Echoes(), light=frozenset({"light"}), clock=SystemClock(), workers=workers
    )


def _perform(kind: str, *bodies: str) -> list[Answer]:
    answers: list[Answer] = []
    _jobs().perform([Ask(kind=kind, subject=b, body=b) for b in bodies], answers.append)
    return answers


def test_light_asks_are_answered_in_this_process() -> None:
    (answer,) = _perform("light", "a")
    assert answer.body == f"a!{os.getpid()}"


def test_heavy_asks_are_answered_in_other_processes_each_once() -> None:
    answers = _perform("heavy", *(f"{number}" for number in range(25)))
    assert len({answer.ask for answer in answers}) == 25
    assert all(not answer.body.endswith(f"!{os.getpid()}") for answer in answers)


def test_one_refusal_does_not_lose_the_other_answers() -> None:
    answers: list[Answer] = []
    asks = [Ask(kind="heavy", subject=b, body=b) for b in ("a", "refuse", "b", "c")]
    with pytest.raises(ProviderError, match="no"):
        _jobs().perform(asks, answers.append)
    assert sorted(answer.body[0] for answer in answers) == ["a", "b", "c"]


def test_a_worker_that_dies_is_reported_with_what_to_do() -> None:
    with pytest.raises(Unavailable) as caught:
        _perform("heavy", "die")
    assert "same command" in caught.value.remedy


def _waiting(bodies: list[str], performer: Performer) -> tuple[list[str], ProviderError | None]:
    jobs = LocalJobs(
        performers=_Server(performer),
        light=frozenset(),
        clock=SystemClock(),
        waiting=frozenset({"text"}),
    )
    got: list[str] = []
    asks = [Ask(kind="text", subject=body, body=body) for body in bodies]
    try:
        jobs.perform(asks, lambda answer: got.append(answer.body))
    except ProviderError as error:
        return got, error
    return got, None


@dataclass(frozen=True, slots=True)
class _Server:
    performer: Performer

    def __call__(self) -> Mapping[str, Performer]:
        return {"text": self.performer}


def test_asks_that_wait_for_a_server_wait_together_in_this_process() -> None:
    together = threading.Barrier(4, timeout=20)

    def meet(body: str) -> Performed:
        together.wait()
        return Performed(body=f"{body}{os.getpid()}", provider="p", version="1")

    got, error = _waiting(["a", "b", "c", "d"], meet)
    assert error is None
    assert sorted(got) == [f"{letter}{os.getpid()}" for letter in "abcd"]


def test_a_server_that_refuses_one_ask_is_asked_the_others() -> None:
    got, error = _waiting([*"abc", "refuse", *"def"], _echo)
    assert isinstance(error, Refused)
    assert len(got) == 6


def test_a_server_that_is_not_there_is_not_asked_again_and_again() -> None:
    asked: list[str] = []

    def nobody(body: str) -> Performed:
        asked.append(body)
        raise Unavailable("nobody", remedy="start it")

    got, error = _waiting([f"{number}" for number in range(500)], nobody)
    assert isinstance(error, Unavailable)
    assert got == []
    assert len(asked) < 500
