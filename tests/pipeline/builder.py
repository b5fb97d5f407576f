"""An office with a toy catalogue: two stages over words, everything real but the departments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from obstore.store import MemoryStore

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.adapters.folder import FileWitness
from secondunit.adapters.store.objects import ObjectStore
from secondunit.core.errors import NotFound, Unavailable
from secondunit.core.evidence import from_rule
from secondunit.core.ids import ItemId, digest, read_json, stable_id
from secondunit.core.money import Money
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, ask
from secondunit.film.generation.model import Capabilities
from secondunit.film.review.sign_off import Matrix, StageRule
from secondunit.film.rights.permit import Policy
from secondunit.pipeline.office import Office, Settings
from secondunit.pipeline.queries import View
from secondunit.ports.records import Production


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    letters: int


class WordStage:
    """Asks for each word once and proposes it."""

    key = "toy.word"
    version = 1

    def plan(self, inputs: Words) -> Sequence[Ask]:
        return [ask("echo", text, Words(texts=(text,))) for text in inputs.texts]

    def propose(self, inputs: Words, answers: Sequence[Answer]) -> Proposal[Word]:
        items = []
        for name, answer in zip(inputs.texts, answers, strict=True):
            text = read_json(answer.body, Words).texts[0]
            key = name.partition(" ")[0]
            items.append(
                Item(
                    id=ItemId(stable_id("word", key)),
                    label=text,
                    fact=Word(text=text),
                    evidence=(from_rule("spoken", text),),
                    confidence=len(text) / 10,
                )
            )
        return Proposal(
            stage=self.key, version=self.version, inputs=digest(inputs), items=tuple(items)
        )


class TotalStage:
    """Counts the letters of what stands."""

    key = "toy.total"
    version = 1

    def plan(self, inputs: tuple[Word, ...]) -> Sequence[Ask]:
        del inputs
        return ()

    def propose(self, inputs: tuple[Word, ...], answers: Sequence[Answer]) -> Proposal[Total]:
        del answers
        letters = sum(len(word.text) * word.count for word in inputs)
        item = Item(
            id=ItemId("total"),
            label=f"{letters} letters",
            fact=Total(letters=letters),
            evidence=(from_rule("sum"),),
        )
        return Proposal(stage=self.key, version=self.version, inputs=digest(inputs), items=(item,))


@dataclass(slots=True)
class EchoJobs:
    """Answers with the question; counts what it was asked; may fail after so many."""

    asked: list[str] = field(default_factory=list)
    fail_after: int = 10**9

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        for each in asks:
            if len(self.asked) >= self.fail_after:
                raise Unavailable("the echo is tired", remedy="Run again.")
            self.asked.append(each.subject)
            on_answer(
                Answer(
                    ask=each.digest,
                    body=each.body,
                    media=(),
                    provider="echo",
                    version="1",
                    cost=Money(minor=7),
                    milliseconds=3,
                )
            )


class StillClock:
    """A clock that ticks only when it is looked at."""

    def __init__(self) -> None:
        self._ticks = 0

    def now(self) -> str:
        return "2026-11-25T10:00:00Z"

    def milliseconds(self) -> int:
        self._ticks += 1
        return self._ticks


class DictTables:
    """Data files out of a dict."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def fetch_table(self, name: str) -> str:
        if name not in self._texts:
            raise NotFound(f"no {name}")
        return self._texts[name]


SHAPES: Mapping[str, type] = {"toy.word": Word, "toy.total": Total}
MATRIX = Matrix(
    roles={"writer": "Writer", "director": "Director"},
    stages={
        "toy.word": StageRule(roles=("writer",), required=True),
        "toy.total": StageRule(roles=("director",), required=False),
    },
)
SETTINGS = Settings(
    rate="24", aspect="1.85", language="en", start_date="2027-01-04", seed=1, policy=Policy()
)


PROVIDER = Capabilities(
    key="previs",
    version="1",
    media_type="video/mp4",
    controls=(),
    max_frames=1,
    deterministic=True,
    leaves_the_machine=False,
    trains_on_inputs=False,
)


def make_office(folder: Path, jobs: EchoJobs | None = None) -> Office:
    """An office on a real SQLite file, opened again when it is there already."""
    production = Production(id="toy", title="Toy", created_at="2026-11-25T10:00:00Z")
    return Office(
        records=create_production(open_engine(folder), production),
        media=ObjectStore(MemoryStore()),
        tables=DictTables({}),
        jobs=jobs or EchoJobs(),
        clock=StillClock(),
        witness=FileWitness(folder),
        provider=PROVIDER,
        settings=SETTINGS,
    )


def make_view(office: Office) -> View:
    return View(office=office, shapes=SHAPES)
