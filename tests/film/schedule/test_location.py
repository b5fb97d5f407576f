from secondunit.adapters.tables import PackagedTables
from secondunit.film.schedule.location import find_locations, merged_places
from secondunit.film.schedule.model import LocationWords
from secondunit.film.schedule.table import read_table
from secondunit.film.screenplay.heading import read_heading
from secondunit.film.screenplay.model import Heading

WORDS = read_table(PackagedTables().fetch_table("schedule.toml")).locations


def _headings(*texts: str) -> list[Heading]:
    return [read_heading(text) for text in texts]


def _locations(*texts: str) -> tuple[str, ...]:
    return find_locations(_headings(*texts), WORDS)


def test_rooms_of_one_building_are_one_location() -> None:
    found = _locations(
        "INT. HARBOUR HOSPITAL WARD - DAY", "INT. HARBOUR HOSPITAL - NIGHT", "EXT. QUAY - DAY"
    )
    assert found == ("HARBOUR HOSPITAL WARD", "HARBOUR HOSPITAL WARD", "QUAY")


def test_a_bare_room_belongs_to_the_building_named_before_it_and_stays_there() -> None:
    found = _locations(
        "EXT. MARLOW HOUSE - DAY",
        "INT. KITCHEN - DAY",
        "INT. TOWN HALL - DAY",
        "INT. KITCHEN - NIGHT",
    )
    assert found == ("MARLOW HOUSE", "MARLOW HOUSE", "TOWN HALL", "MARLOW HOUSE")


def test_a_bare_room_too_far_from_any_building_is_a_location_of_its_own() -> None:
    roads = [f"EXT. LANE {n} - DAY" for n in range(WORDS.carry_scenes)]
    assert _locations("EXT. MARLOW HOUSE - DAY", *roads, "INT. CELLAR - DAY")[-1] == "CELLAR"


def test_articles_and_town_of_and_hyphens_do_not_make_another_location() -> None:
    found = _locations(
        "EXT. THE DARK WOOD - DAY",
        "EXT. DARK WOOD - NIGHT",
        "EXT. TOWN OF ELLER - DAY",
        "EXT. ELLER - NIGHT",
        "INT. BIG-TOP - DAY",
        "INT. BIG TOP RING - DAY",
        "INT. BIG TOP - DAY",
    )
    assert len(set(found)) == 3


def test_what_somebody_owns_is_not_all_in_one_place() -> None:
    found = _locations("INT. WILL'S BEDROOM - DAY", "EXT. WILL'S CAR - DAY")
    assert found == ("WILL'S BEDROOM", "WILL'S CAR")
    assert len(set(_locations("INT. ANNA'S KITCHEN - DAY", "EXT. ANNA'S HOUSE - DAY"))) == 1


def test_without_words_each_place_is_a_location() -> None:
    headings = _headings("INT. HOSPITAL WARD - DAY", "INT. HOSPITAL - DAY", "INT. ROOM - DAY")
    assert len(set(find_locations(headings, LocationWords(rooms=())))) == 2
    assert find_locations(_headings(""), WORDS) == ("PLACE NOT NAMED",)


def test_places_put_together_are_noted_once_a_location() -> None:
    headings = _headings("EXT. MARLOW HOUSE - DAY", "INT. KITCHEN - DAY", "EXT. QUAY - DAY")
    (note,) = merged_places(headings, find_locations(headings, WORDS))
    assert note.message == "MARLOW HOUSE, KITCHEN were taken as one location"
