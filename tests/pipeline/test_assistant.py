"""A production with a text model, from its settings to the server on loopback and back."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.adapters.text_model.server import Says, chat, serving, table
from tests.pipeline.stand_ins import SCRIPT, read, run_through, sign

from secondunit.bootstrap.productions import open_studio
from secondunit.core.errors import InputError
from secondunit.core.finding import Severity
from secondunit.core.money import Money, total
from secondunit.film.breakdown.assist.merge import is_of_model
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tag import TagInputs
from secondunit.pipeline.assistant import with_second_reader
from secondunit.pipeline.catalogue import entry_of
from secondunit.pipeline.draft import add_draft
from secondunit.pipeline.queries import State, View

KEY = "sk-loopback-secret"


def finds_waits(body: dict[str, Any]) -> Says:
    """A model that takes every verb of waiting for a prop, whatever it is asked."""
    rows = re.findall(r'^(\d+) action "(.*)"$', body["messages"][1]["content"], flags=re.MULTILINE)
    items = [
        {
            "element": "waits",
            "category": "props",
            "line": int(number),
            "start": 0,
            "end": 3,
            "quote": "waits",
            "explicit": True,
            "quantity": 1,
            "confidence": 0.8,
            "why": "waiting needs patience",
        }
        for number, text in rows
        if "waits" in text
    ]
    return chat(json.dumps({"items": items}))


def settle(folder: Path, address: str, assistant: str = "stand-in", **fields: str | int) -> View:
    """The production with that model named and served at that address."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    text = table(address, attempts=1, **fields)
    (folder / "tables" / "text_models.toml").write_text(text, encoding="utf-8")
    settings = f'[breakdown]\nassistant = "{assistant}"\n'
    (folder / "production.toml").write_text(settings, encoding="utf-8")
    return open_studio(folder, "Two Rooms").view


def break_down(view: View, folder: Path) -> None:
    if not view.office.records.drafts():
        add_draft(view, *read(SCRIPT), by="Lea Roy")
    run_through(view, folder, "breakdown")


def names(view: View) -> list[str]:
    proposal = view.proposal(TAG.key)
    assert proposal is not None
    return [item.fact.name for item in proposal.items if is_of_model(item)]


def rules_of(view: View) -> list[str]:
    return [each.rule for each in view.findings(TAG.key) if each.rule.startswith("assist.")]


def test_a_production_that_names_no_model_reads_what_it_always_read(tmp_path: Path) -> None:
    view = open_studio(tmp_path, "Two Rooms").view
    add_draft(view, *read(SCRIPT), by="Lea Roy")
    assert view.office.assistant is None
    inputs = entry_of(TAG.key).gather(view)
    assert isinstance(inputs, TagInputs)
    assert with_second_reader(view, inputs) is inputs


def test_a_model_on_this_machine_is_heard_once_and_paid_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STAND_IN_KEY", KEY)
    with serving(finds_waits) as (address, heard):
        view = settle(tmp_path, address, key_env="STAND_IN_KEY", price_in="10", price_out="0")
        break_down(view, tmp_path)
        assert (names(view), len(heard.bodies)) == (["waits"], 2)
        break_down(open_studio(tmp_path).view, tmp_path)
        assert len(heard.bodies) == 2
    assert total(run.cost for run in view.office.records.runs()) == Money(minor=2)
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert KEY.encode() not in kept


def test_a_server_that_is_down_leaves_the_breakdown_by_rule_and_is_asked_again(
    tmp_path: Path,
) -> None:
    with serving(finds_waits) as (address, _):
        pass
    view = settle(tmp_path, address)
    break_down(view, tmp_path)
    by_rule = view.proposal(TAG.key)
    assert by_rule is not None
    assert by_rule.items
    assert rules_of(view) == ["assist.unanswered"]
    assert {each.severity for each in view.findings(TAG.key)} == {Severity.WARNING}
    with serving(finds_waits) as (address, heard):
        view = settle(tmp_path, address)
        break_down(view, tmp_path)
        assert (names(view), len(heard.bodies)) == (["waits"], 2)


@pytest.mark.parametrize(
    ("says", "rule"),
    [
        (chat("no JSON at all"), "assist.unreadable"),
        (chat('{"items": [{}]}'), "assist.malformed"),
        (Says(status=429), "assist.unanswered"),
        (Says(status=400, body=b"too long"), "assist.unanswered"),
        (Says(status=401), "assist.unanswered"),
        (Says(body=b"<html>"), "assist.unanswered"),
        (Says(slowly_seconds=1.4), "assist.unanswered"),
    ],
)
def test_whatever_a_server_does_the_breakdown_is_there_and_says_so(
    tmp_path: Path, says: Says, rule: str
) -> None:
    with serving(lambda _: says) as (address, _):
        view = settle(tmp_path, address, timeout_seconds=1)
        break_down(view, tmp_path)
    assert rule in rules_of(view)
    assert names(view) == []
    assert any(value.name == "lantern" for value in view.values(TAG.key))


def test_an_accepted_item_of_the_model_outlives_the_model(tmp_path: Path) -> None:
    with serving(finds_waits) as (address, _):
        view = settle(tmp_path, address)
        break_down(view, tmp_path)
        sign(view, "accept", TAG.key, matching="waits")
    view = settle(tmp_path, address, assistant="none")
    break_down(view, tmp_path)
    (row,) = (row for row in view.standing(TAG.key) if "waits" in row.label)
    assert row.state is State.ACCEPTED
    assert view.office.assistant is None


def test_decisions_on_what_the_rules_found_hold_when_the_model_comes_and_goes(
    tmp_path: Path,
) -> None:
    with serving(finds_waits) as (address, _):
        view = settle(tmp_path, address, assistant="none")
        break_down(view, tmp_path)
        sign(view, "accept", TAG.key)
        for assistant in ("stand-in", "none"):
            view = settle(tmp_path, address, assistant=assistant)
            break_down(view, tmp_path)
            states = {row.state for row in view.standing(TAG.key) if "waits" not in row.label}
            assert states == {State.ACCEPTED}


def test_a_model_that_is_in_no_table_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text model “nobody”") as caught:
        settle(tmp_path, "http://127.0.0.1:9/v1", assistant="nobody")
    assert "stand-in" in caught.value.remedy
