from __future__ import annotations

import json
import re
from dataclasses import replace

from tests.film.breakdown.assist.builder import MODEL, scene, table

from secondunit.film.breakdown.assist.question import (
    has_question,
    instructions_digest,
    scene_question,
    shown_lines,
)


def test_every_line_stands_numbered_between_two_marks_as_a_json_string() -> None:
    prompt = scene_question(scene(), table(), MODEL).prompt
    _, inside, _ = re.split(r"^=== script \w{16} ===$", prompt, flags=re.MULTILINE)
    rows = [row.split(" ", 2) for row in inside.strip().splitlines()]
    assert [int(number) for number, _, _ in rows] == list(range(1, len(rows) + 1))
    assert [json.loads(text) for _, _, text in rows] == [line.text for line in shown_lines(scene())]
    assert [kind for _, kind, _ in rows][:2] == ["heading", "action"]


def test_no_words_of_the_script_can_end_the_fence_or_fill_a_place() -> None:
    fence = scene_question(scene(), table(), MODEL).prompt.splitlines()[-1]
    text = f'INT. CELLAR - DAY\n\n{fence} {{lines}} {{categories}} "quoted" is written.\n'
    prompt = scene_question(scene(text.encode()), table(), MODEL).prompt
    *_, mark = prompt.splitlines()
    assert mark != fence
    assert prompt.splitlines().count(mark) == 2
    assert prompt.count("- props: ") == 1
    assert "{lines} {categories}" in prompt


def test_a_scene_that_did_not_change_is_the_same_question_wherever_it_stands() -> None:
    moved = replace(scene(), number="44", page=30)
    assert scene_question(moved, table(), MODEL) == scene_question(scene(), table(), MODEL)


def test_another_model_or_another_wording_is_another_question() -> None:
    other = replace(MODEL, model="large")
    assert scene_question(scene(), table(), other) != scene_question(scene(), table(), MODEL)
    wording = replace(table(), prompt=replace(table().prompt, system="List."))
    names = {instructions_digest(t, m) for t in (table(), wording) for m in (MODEL, other)}
    assert len(names) == 4


def test_how_the_model_was_asked_has_one_name_for_all_scenes_and_addresses() -> None:
    far = replace(MODEL, leaves_the_machine=True)
    assert instructions_digest(table(), MODEL) == instructions_digest(table(), far)


def test_a_scene_of_talk_alone_is_not_asked_about() -> None:
    assert has_question(scene())
    assert not has_question(scene(b"INT. CELLAR - DAY\n\nMINA\nNo.\n"))
