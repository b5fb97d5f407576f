"""The breakdown with a text model as second reader; without one it is the breakdown as ever."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId, digest, read_json
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.core.text_ask import TextModel, TextReply, ask_text
from secondunit.film.breakdown.assist import report
from secondunit.film.breakdown.assist.judge import Bench, Found, Reason, Refusal, judge
from secondunit.film.breakdown.assist.merge import Source, is_of_model, merge
from secondunit.film.breakdown.assist.question import (
    has_question,
    instructions_digest,
    scene_question,
)
from secondunit.film.breakdown.assist.reply import read_reply
from secondunit.film.breakdown.assist.table import AssistTable
from secondunit.film.breakdown.cast import character_names
from secondunit.film.breakdown.memory import recall
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tag import TagInputs
from secondunit.film.rights.permit import Policy, Transfer, check_transfer
from secondunit.film.screenplay.model import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReader:
    """Who reads the script a second time.

    Args:
        model: The text model.
        table: How it is asked, and how far it is believed.
        policy: What may leave the building.
    """

    model: TextModel
    table: AssistTable
    policy: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistedInputs:
    """The breakdown's own inputs, and the second reader's.

    Args:
        tag: What the rules read.
        reader: The second reader; None where it was turned off after people had accepted items
            of it.
        accepted: Items that only a model found and people have decided to keep: they stay for as
            long as their words do, whether or not a model is there to find them again.
    """

    tag: TagInputs
    reader: SecondReader | None = None
    accepted: tuple[Item[Element], ...] = ()


class AssistedTagStage:
    """Reads every scene for what it needs, by rule and, where the production wants it, by model."""

    key = TAG.key
    version = TAG.version

    def plan(self, inputs: TagInputs | AssistedInputs) -> Sequence[Ask]:
        """What the rules ask, then one optional ask a scene for the model, if it may be sent."""
        if isinstance(inputs, TagInputs):
            return TAG.plan(inputs)
        return [*TAG.plan(inputs.tag), *_questions(inputs)]

    def propose(
        self, inputs: TagInputs | AssistedInputs, answers: Sequence[Answer]
    ) -> Proposal[Element]:
        """Every element of every scene, in the order of the script, cast first."""
        if isinstance(inputs, TagInputs):
            return TAG.propose(inputs, answers)
        count = len(TAG.plan(inputs.tag))
        proposal = TAG.propose(inputs.tag, answers[:count])
        items, findings = list(proposal.items), list(proposal.findings)
        if inputs.reader is not None:
            items, more = _assist(inputs.tag, inputs.reader, items, answers[count:])
            findings += more
        items += _still_there(inputs, {item.id for item in items})
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(_sorted(items, inputs.tag)),
            findings=tuple(findings),
        )


STAGE = AssistedTagStage()


def _denied(reader: SecondReader) -> tuple[Finding, ...]:
    """Why nothing may be sent to the model, as warnings: the breakdown by rule goes on."""
    transfer = Transfer(
        subject="breakdown",
        provider=reader.model.key,
        leaves_the_machine=reader.model.leaves_the_machine,
        trains_on_inputs=reader.model.trains_on_inputs,
    )
    return tuple(
        replace(finding, severity=Severity.WARNING)
        for finding in check_transfer(transfer, reader.policy)
    )


def _scenes(inputs: TagInputs) -> list[Scene]:
    return [scene for scene in inputs.screenplay.shot_scenes if has_question(scene)]


def _questions(inputs: AssistedInputs) -> Iterator[Ask]:
    reader = inputs.reader
    if reader is None or _denied(reader):
        return
    for scene in _scenes(inputs.tag):
        question = scene_question(scene, reader.table, reader.model)
        yield ask_text(f"Sc. {scene.number}", question)


def _assist(
    tag: TagInputs, reader: SecondReader, items: list[Item[Element]], answers: Sequence[Answer]
) -> tuple[list[Item[Element]], list[Finding]]:
    if denied := _denied(reader):
        return items, list(denied)
    scenes = _scenes(tag)
    bench = Bench(
        table=reader.table,
        lexicon=tag.lexicon,
        characters=frozenset(character_names(tag.screenplay, tag.lexicon)),
        memory=tag.memory,
    )
    found: list[Found] = []
    refused: list[tuple[SceneId, Refusal]] = []
    asked: list[SceneId] = []
    for scene, answer in zip(scenes, answers, strict=True):
        if answer.failure:
            continue
        judged = judge(scene, read_reply(read_json(answer.body, TextReply).text), bench)
        found += judged.found
        refused += [(scene.id, each) for each in judged.refused]
        if not {Reason.UNREADABLE, Reason.TOO_MANY} & {each.reason for each in judged.refused}:
            asked.append(scene.id)
    numbers = {scene.id: scene.number for scene in tag.screenplay.shot_scenes}
    version = next((answer.version for answer in answers if not answer.failure), "")
    source = Source(
        model=reader.model.key,
        instructions=instructions_digest(reader.table, reader.model),
        numbers=numbers,
    )
    merged = merge(items, found, asked, source, lexicon=tag.lexicon, belief=reader.table.belief)
    kept = _recalled(merged.items, {item.id for item in items}, tag, numbers)
    tally = report.Tally(
        model=f"{reader.model.key} ({version})" if version else reader.model.key,
        scenes=len(scenes),
        agreed=merged.agreed,
        added=merged.added,
        repaired=sum(each.repaired for each in found),
        refused=(*refused, *merged.refused),
        failures=tuple(
            (scene.number, answer.failure)
            for scene, answer in zip(scenes, answers, strict=True)
            if answer.failure
        ),
    )
    return kept, list(report.findings(tally, numbers))


def _recalled(
    items: Iterable[Item[Element]],
    by_rule: set[str],
    tag: TagInputs,
    numbers: dict[SceneId, str],
) -> list[Item[Element]]:
    """Items under the names that people gave them; a rule's item stands before a model's."""
    kept = {item.id: item for item in items if item.id in by_rule}
    new = [item for item in items if item.id not in by_rule]
    named, _ = recall(new, replace(tag.memory, added=()), numbers)
    for item in named:
        kept.setdefault(item.id, item)
    return list(kept.values())


def _still_there(inputs: AssistedInputs, there: set[str]) -> list[Item[Element]]:
    """Accepted items of a model that are not among the others, and whose words still stand."""
    texts = {
        (scene.id, line.id): line.text
        for scene in inputs.tag.screenplay.shot_scenes
        for line in scene.lines
    }
    return [
        item
        for item in inputs.accepted
        if item.id not in there
        and is_of_model(item)
        and all(
            texts.get((span.scene, span.line), "")[span.start : span.end] == span.quote
            for evidence in item.evidence
            if (span := evidence.span) is not None
        )
    ]


def _sorted(items: list[Item[Element]], tag: TagInputs) -> list[Item[Element]]:
    place = {scene.id: index for index, scene in enumerate(tag.screenplay.scenes)}
    order = list(Category)
    return sorted(
        items,
        key=lambda item: (
            place[item.fact.scene],
            order.index(item.fact.category),
            item.fact.name,
        ),
    )
