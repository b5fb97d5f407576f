import json

from tests.film.shots.assist.claims import bench
from tests.film.shots.builder import DATA, make_script

from secondunit.core.text_ask import TextModel, TextRequest
from secondunit.film.shots.assist.question import read_shots_reply, shots_question
from secondunit.film.shots.assist.table import read_shot_assist

MODEL = TextModel(key="m", model="m-1", leaves_the_machine=False, trains_on_inputs=False)


def question() -> TextRequest:
    table = read_shot_assist((DATA / "shots_assist.toml").read_text(encoding="utf-8"))
    return shots_question(make_script().scenes[0], bench().shots, (25, 50), table, MODEL)


def test_the_scene_stands_as_json_strings_between_two_marks_it_cannot_write() -> None:
    asked = question()
    mark = next(line for line in asked.prompt.splitlines() if line.startswith("=== script"))
    inside = asked.prompt.split(mark)[1].strip().splitlines()
    for line in inside:
        assert isinstance(json.loads(line.split(" ", 2)[2]), str)
    assert "1B: lines" in asked.prompt
    assert "25, 50" in asked.prompt


def test_the_same_scene_asks_the_same_question() -> None:
    assert question() == question()


def test_the_schema_lists_our_terms_and_closes_every_object() -> None:
    schema = json.loads(question().schema)
    item = schema["properties"]["shots"]["items"]
    assert "over-shoulder" in item["properties"]["framing"]["enum"]
    assert item["additionalProperties"] is False


def test_an_answer_is_read_entry_by_entry_and_prose_is_none() -> None:
    good = {
        "shot": "1B", "line": 2, "quote": "x", "framing": "single", "size": "CU", "angle": "eye",
        "move": "static", "lens": 50, "subjects": ["ADA"], "why": "",
    }  # fmt: skip
    text = "```json\n" + json.dumps({"shots": [good, good | {"size": "HUGE"}, 3]}) + "\n```"
    claims = read_shots_reply(text)
    assert claims is not None
    assert [claim.shot for claim in claims] == ["1B"]
    assert read_shots_reply("I would rather not.") is None
