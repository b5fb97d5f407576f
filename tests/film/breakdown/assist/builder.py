"""A short script, the rules' reading of it, and what a model may say of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.film.breakdown.test_tag import inputs

from secondunit.adapters.performers import answer_words
from secondunit.adapters.tables import PackagedTables
from secondunit.core.ids import canonical_json, read_json
from secondunit.core.money import FREE
from secondunit.core.stage import Answer, Ask, unanswered
from secondunit.core.text_ask import TextModel, TextReply
from secondunit.film.breakdown.assist.judge import Bench
from secondunit.film.breakdown.assist.reply import Claim
from secondunit.film.breakdown.assist.stage import SecondReader
from secondunit.film.breakdown.assist.table import FILE, AssistTable, read_assist
from secondunit.film.breakdown.cast import character_names
from secondunit.film.breakdown.memory import EMPTY, Memory
from secondunit.film.breakdown.tag import TagInputs
from secondunit.film.rights.permit import Policy
from secondunit.film.screenplay.model import Scene

SCRIPT = b"""INT. CELLAR - DAY

MINA lifts an oil lantern. A dog barks at the ladder, the ladder.

MINA
(holding a key)
Give me the pistol.

Two plumb bobs hang in the shaft.
"""
"""The plumb bobs are in no word list."""

MODEL = TextModel(key="stand-in", model="small", leaves_the_machine=False, trains_on_inputs=False)


@cache
def table() -> AssistTable:
    return read_assist(PackagedTables().fetch_table(FILE))


def tag_inputs(text: bytes = SCRIPT) -> TagInputs:
    return inputs(text)


def scene(text: bytes = SCRIPT) -> Scene:
    return tag_inputs(text).screenplay.shot_scenes[0]


def bench(text: bytes = SCRIPT, memory: Memory = EMPTY) -> Bench:
    tag = tag_inputs(text)
    names = frozenset(character_names(tag.screenplay, tag.lexicon))
    return Bench(table=table(), lexicon=tag.lexicon, characters=names, memory=memory)


def reader(model: TextModel = MODEL, policy: Policy | None = None) -> SecondReader:
    return SecondReader(model=model, table=table(), policy=policy or Policy())


def claim(element: str, category: str, quote: str, **more: Any) -> Claim:
    """A claim about the scene's words; line 2 is its first action, and 0:0 is no right place."""
    values = {
        "line": 2,
        "start": 0,
        "end": 0,
        "explicit": True,
        "quantity": 1,
        "confidence": 0.9,
        "why": "it is there",
        **more,
    }
    return Claim(element=element, category=category, quote=quote, **values)


def says(*claims: Claim) -> str:
    """The answer of a model that claims these."""
    return canonical_json({"items": claims}).decode()


def answer(ask: Ask, text: str) -> Answer:
    """The kept answer to an ask: words as tagged, else what the model says; "" for none."""
    if ask.kind != "tokens" and not text:
        return unanswered(ask, "nobody is there")
    body = (
        answer_words(ask.body).body
        if ask.kind == "tokens"
        else canonical_json(TextReply(text=text)).decode()
    )
    return Answer(
        ask=ask.digest,
        body=body,
        media=(),
        provider="stand-in",
        version="stand-in-1",
        cost=FREE,
        milliseconds=1,
    )


def read_claims(text: str) -> tuple[Claim, ...]:
    return read_json(text, dict[str, tuple[Claim, ...]])["items"]
