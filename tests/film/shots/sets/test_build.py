import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.shots.builder import library

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.sets.build import Variation, build_set, find_kind, turned


@pytest.mark.parametrize(
    ("name", "int_ext", "kind"),
    [
        ("BELL HOUSE - KITCHEN", IntExt.INT, "kitchen"),
        ("HOTEL BAR", IntExt.INT, "restaurant"),
        ("MARY'S CAR", IntExt.INT, "car"),
        ("BREAD VAN", IntExt.BOTH, "car"),
        ("BREAD VAN", IntExt.EXT, "road"),
        ("LIGHTHOUSE - LAMP ROOM", IntExt.INT, "lamp_room"),
        ("HOSPITAL ROOM", IntExt.INT, "hospital"),
        ("HOSPITAL HALLWAY", IntExt.INT, "corridor"),
        ("DARK FOREST", IntExt.EXT, "woods"),
        ("DARK FOREST", IntExt.INT, "woods"),
        ("OLD PIER", IntExt.EXT, "pier"),
        ("NOWHERE AT ALL", IntExt.INT, "room"),
        ("NOWHERE AT ALL", IntExt.EXT, "open"),
        ("NOWHERE AT ALL", None, "room"),
        ("BEACH", None, "beach"),
        ("OLD COURT", IntExt.INT, "courtroom"),
        ("BASKETBALL COURT", IntExt.INT, "gym"),
        ("COURT HOUSE", IntExt.EXT, "front"),
        ("DIRT PARKING LOT", IntExt.EXT, "parking"),
        ("POLICE STATION - INTERVIEW ROOM", IntExt.INT, "interview"),
        ("FREIGHTER CALLISTO - BRIDGE", IntExt.INT, "control"),
        ("HISPANIOLA - DECK", IntExt.EXT, "ship"),
        ("ÉCOLE - SALLE DE CLASSE", IntExt.INT, "classroom"),
    ],
)
def test_a_heading_finds_its_set(name: str, int_ext: IntExt | None, kind: str) -> None:
    assert find_kind(name, int_ext, library()) == kind


def test_a_word_inside_another_word_finds_nothing() -> None:
    assert find_kind("SCARECROW", IntExt.INT, library()) == "room"


def test_the_same_heading_gives_the_same_set_and_two_kitchens_differ() -> None:
    first = build_set("ADA'S KITCHEN", IntExt.INT, library())
    assert build_set("ADA'S KITCHEN", IntExt.INT, library()) == first
    assert build_set("BRAM'S KITCHEN", IntExt.INT, library()).pieces != first.pieces


@pytest.mark.parametrize("kind", sorted(library().sets))
def test_every_set_of_the_library_is_complete(kind: str) -> None:
    found = library().sets[kind]
    name = found.keywords[0] if found.keywords else "QQQ"
    side = IntExt.INT if found.interior else IntExt.EXT
    plan = build_set(name.upper(), side, library())
    assert plan.interior is found.interior
    assert plan.doors
    assert all(min(piece.size) > 0 for piece in plan.pieces)
    assert abs(plan.acting[0]) < plan.width / 2
    assert abs(plan.acting[2]) < plan.depth / 2


def test_walls_doors_and_windows_can_be_taken_away_and_furniture_cannot() -> None:
    plan = build_set("KITCHEN", IntExt.INT, library())
    wild = {piece.name for piece in plan.pieces if piece.wild}
    assert wild == {"wall", "door", "window"}
    assert {piece.name for piece in plan.pieces if piece.name == "table"}


def test_a_window_has_a_frame_and_bars_and_a_low_room_a_low_window() -> None:
    kitchen, plane = (build_set(name, IntExt.INT, library()) for name in ("KITCHEN", "PLANE"))
    panes = [piece for piece in kitchen.pieces if piece.name == "window"]
    assert len(panes) % 5 == 0
    for plan in (kitchen, plane):
        height = max(p.centre[1] + p.size[1] / 2 for p in plan.pieces if p.name == "wall")
        tops = [p.centre[1] + p.size[1] / 2 for p in plan.pieces if p.name == "window"]
        assert max(tops) < height


def test_nothing_grows_between_the_audience_and_the_players() -> None:
    plan = build_set("DARK FOREST", IntExt.EXT, library())
    trees = [piece.centre for piece in plan.pieces if piece.name == "tree"]
    assert trees
    assert not [at for at in trees if at[2] > 4 and abs(at[0]) < at[2] * 0.8]


@given(st.floats(-5, 5), st.floats(-5, 5), st.floats(-360, 360))
def test_turning_keeps_the_distance_to_the_middle(x: float, z: float, degrees: float) -> None:
    a, b = turned(x, z, degrees)
    assert a * a + b * b == pytest.approx(x * x + z * z, abs=1e-9)


def test_a_quarter_turn_takes_front_to_right() -> None:
    assert turned(0, 1, 90) == pytest.approx((1, 0))


def test_a_variation_depends_only_on_its_name() -> None:
    one, two, other = Variation("A"), Variation("A"), Variation("B")
    numbers = [one.draw() for _ in range(20)]
    assert numbers == [two.draw() for _ in range(20)]
    assert numbers != [other.draw() for _ in range(20)]
    assert 2 <= Variation("A").between(2, 3) <= 3
