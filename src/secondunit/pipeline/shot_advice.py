"""Ask the production's text model for its own shots of a scene; a person decides on them."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.errors import InputError, Unavailable
from secondunit.core.finding import Finding
from secondunit.core.ids import read_json
from secondunit.core.text_ask import TextModel, TextReply, ask_text
from secondunit.film.rights.permit import Transfer, check_transfer
from secondunit.film.shots.assist.advise import Bench, advise
from secondunit.film.shots.assist.question import read_shots_reply, shots_question
from secondunit.film.shots.assist.table import FILE, read_shot_assist
from secondunit.film.shots.tables import read_shot_tables
from secondunit.pipeline.catalogue import SHOTS_FILE, stage_plan
from secondunit.pipeline.queries import View
from secondunit.pipeline.run import answer_asks
from secondunit.pipeline.shot_desk import ImportedList, standing_shots


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """What a model came to.

    Args:
        model: Its key.
        imported: Its shots beside those that stand, as a list somebody brought.
        refused: What the guard did not take.
    """

    model: str
    imported: ImportedList
    refused: tuple[Finding, ...]


def ask_for_shots(view: View, scene: str) -> Advised:
    """Ask the text model about one scene, once: the same question is never paid for twice.

    Raises:
        InputError: No model is named, it may not be sent the script, a table cannot be read, or
            its answer holds more shots than may be.
        NotFound: There is no shot list yet, or no such scene.
        Unavailable: The model did not answer, or not in the shape asked for.
    """
    model = _model(view)
    rows = standing_shots(view, scene)
    shots = tuple(row.value for row in rows)
    script = view.screenplay()
    found = next(each for each in script.scenes if each.id == shots[0].scene)
    table = read_shot_assist(view.table(FILE))
    tables = read_shot_tables(view.table(SHOTS_FILE))
    question = shots_question(found, shots, tables.lenses.kit, table, model)
    asked = ask_text(f"Shots of sc. {found.number}", question)
    (answer,), _ = answer_asks(view, [asked], _quietly)
    if answer.failure:
        raise Unavailable(
            f"{model.key} did not answer: {answer.failure}", remedy="Ask again later."
        )
    claims = read_shots_reply(read_json(answer.body, TextReply).text)
    if claims is None:
        raise Unavailable(
            f"the answer of {model.key} is no shot list", remedy="Ask about another scene."
        )
    if len(claims) > table.limits.most_shots:
        raise InputError(
            f"{model.key} answers with {len(claims)} shots, more than {table.limits.most_shots}",
            remedy=f"Raise most_shots in {FILE}, or leave it.",
        )
    bench = Bench(script=script, scene=found, shots=shots, stage=stage_plan(view), tables=tables)
    advice = advise(claims, bench)
    return Advised(
        model=model.key,
        imported=ImportedList(
            compared=advice.compared,
            adopted=advice.adopted,
            findings=advice.adopted.findings,
            columns=model.key,
        ),
        refused=advice.refused,
    )


def _quietly(done: int, asked: int) -> None:
    del done, asked


def _model(view: View) -> TextModel:
    model = view.office.assistant
    if model is None:
        raise InputError(
            "this production names no text model",
            remedy="Name one in production.toml; see docs/how-to/second-reader.md.",
        )
    transfer = Transfer(
        subject="shots",
        provider=model.key,
        leaves_the_machine=model.leaves_the_machine,
        trains_on_inputs=model.trains_on_inputs,
    )
    if denied := check_transfer(transfer, view.office.settings.policy):
        raise InputError(denied[0].message, remedy=denied[0].remedy)
    return model
