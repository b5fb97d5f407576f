from tests.film.call_sheet.builder import ELEMENTS, make_inputs

from secondunit.film.call_sheet.inputs import computed, data_source, filled, rule_source
from secondunit.film.call_sheet.model import TO_FILL, SourceKind


def test_a_decided_element_cites_its_journal_entry_and_an_open_one_its_proposal() -> None:
    inputs = make_inputs()
    assert inputs.of_element("telephone", ELEMENTS[0]).source.kind is SourceKind.FACT
    assert inputs.of_element("wall walk", ELEMENTS[1]).source.kind is SourceKind.PROPOSAL


def test_an_empty_field_is_to_be_filled_in_there() -> None:
    assert filled("", "base.name").text == TO_FILL
    assert filled("Rye", "base.name").source == data_source("base.name")
    assert rule_source("hours.wrap").ref == "call_sheet.toml#hours.wrap"
    assert computed("1", "because").source.ref == "because"


def test_the_cast_is_coded_as_on_the_day_out_of_days() -> None:
    assert make_inputs().cast_days()[1].worked == 2
