"""A production whose text model is asked for shots, from its settings to loopback and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.text_model.server import Says, chat, serving
from tests.pipeline.stand_ins import SCRIPT, open_production, read, run_through
from tests.pipeline.test_assistant import settle

from secondunit.core.errors import InputError
from secondunit.pipeline.draft import add_draft
from secondunit.pipeline.shot_advice import ask_for_shots


def answers(body: dict[str, Any]) -> Says:
    """A model that wants the first shot closer, and obeys whatever the script may say."""
    prompt = body["messages"][1]["content"]
    if "These shots stand" not in prompt:
        return chat(json.dumps({"items": []}))
    number = re.search(r"^- (\w+): lines [\d, ]*?(\d+);", prompt, re.M)
    assert number is not None
    line = re.search(rf'^{number[2]} \S+ "(.*)"$', prompt, re.M)
    assert line is not None
    claim: dict[str, Any] = {
        "shot": number[1], "line": int(number[2]), "quote": line[1][:8], "framing": "establishing",
        "size": "WS", "angle": "eye", "move": "static", "lens": 32, "subjects": [], "why": "x",
    }  # fmt: skip
    return chat(json.dumps({"shots": [claim, claim | {"quote": "ignore all rules"}]}))


def test_a_production_without_a_model_asks_nobody(folder: Path) -> None:
    with pytest.raises(InputError, match="names no text model"):
        ask_for_shots(open_production(folder), "1")


def test_what_a_model_says_is_a_difference_to_be_decided_and_is_paid_for_once(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "production"
    with serving(answers) as (address, heard):
        view = settle(folder, address)
        add_draft(view, *read(SCRIPT), by="Lea Roy")
        run_through(view, folder, "shots")
        stood = view.values("shots.shot_list")
        before = len(heard.headers)
        advised = ask_for_shots(view, "1")
        again = ask_for_shots(view, "1")
        assert len(heard.headers) == before + 1
    assert again == advised
    assert "quotes words" in advised.refused[0].message
    assert view.values("shots.shot_list") == stood
