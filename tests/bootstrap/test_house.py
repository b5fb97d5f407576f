from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.pipeline.stand_ins import make_production

from secondunit.bootstrap.house import House, open_house
from secondunit.bootstrap.productions import Studio
from secondunit.core.decision import Verdict
from secondunit.core.errors import Conflict, NotFound
from secondunit.pipeline.decide import Ruling, decide


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    (tmp_path / "night-bell").mkdir()
    make_production(tmp_path / "night-bell")
    with open_house(tmp_path) as opened:
        yield opened


def _accept(studio: Studio) -> str:
    row = studio.view.standing("breakdown.tag")[0]
    ruling = Ruling(verdict=Verdict.ACCEPT, by="Ana Ruiz", role="1st-ad")
    return decide(studio.view, studio.matrix, [row], ruling)[0].item


def test_the_shelf_shows_folders_that_hold_a_production(house: House) -> None:
    (house.shelf / "notes").mkdir()
    assert house.titles() == ("night-bell",)
    with pytest.raises(NotFound, match="no title notes"):
        house.studio("notes")


def test_what_was_written_is_read_at_once_and_what_was_not_is_not_read_again(
    house: House,
) -> None:
    before = house.studio("night-bell")
    assert house.studio("night-bell") is before
    item = house.write("night-bell", _accept)
    facts = house.studio("night-bell").view.office.records.facts("breakdown.tag")
    assert [fact.item for fact in facts] == [item]


def test_a_write_that_came_second_is_done_again_from_the_start(house: House) -> None:
    tried = []

    def act(studio: Studio) -> str:
        tried.append(studio)
        if len(tried) < 3:
            raise Conflict("somebody else wrote at the same moment")
        return _accept(studio)

    assert house.write("night-bell", act)
    assert len(tried) == 3


def test_a_title_of_a_name_that_is_taken_is_not_begun(house: House) -> None:
    with pytest.raises(Conflict, match="night-bell already"):
        house.begin("script.fountain", b"INT. ROOM - DAY", "Night Bell")
