from dataclasses import replace

from tests.film.generation.test_bible import REGISTER, TEXT

from secondunit.core.ids import Digest
from secondunit.pipeline.bible import (
    bible_facts,
    bible_findings,
    bible_rows,
    production_bible,
)
from secondunit.pipeline.queries import View


class Shelf:
    """One data file."""

    def fetch_table(self, name: str) -> str:
        return TEXT


def test_the_bible_is_the_productions_and_held_against_its_own_figures(production: View) -> None:
    view = replace(production, office=replace(production.office, tables=Shelf()))
    bible = production_bible(view)
    facts = bible_facts(view, ("MINA", "DES"), REGISTER, lambda _file: Digest("aa"))
    assert facts.title == view.office.records.production().id
    assert facts.today == "2026-11-25"
    rows = bible_rows(bible, facts)
    assert [row.name for row in rows] == ["MINA", "DES"]
    assert rows[0].references == (1, 2)
    assert rows[0].providers == ("comfyui", "runway")
    assert any(each.rule == "bible.other-file" for each in bible_findings(bible, facts))


def test_the_shipped_bible_is_empty_and_well_formed(production: View) -> None:
    assert production_bible(production).character == ()
