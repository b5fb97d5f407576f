import pytest

from secondunit.core.errors import InputError
from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.schedule.rules.hired import Hire, HiredRow, read_hired, resolve_hired

ONE, TWO = SceneId("sc-1"), SceneId("sc-2")
BREAKDOWN = (
    Element(scene=ONE, category=Category.ANIMALS, name="horse"),
    Element(scene=TWO, category=Category.PROPS, name="horse"),
    Element(scene=TWO, category=Category.ANIMALS, name="horse"),
)


def test_a_horse_for_one_week_closes_all_other_dates_to_its_scenes() -> None:
    hire = Hire(element="Horse", only=("2027-01-05", "2027-01-06"))
    (found,), findings = resolve_hired([hire], BREAKDOWN, ("2027-01-04", 1), "shoot.toml")
    assert found.scenes == (ONE, TWO)
    assert "2027-01-05" not in found.closed
    assert "2027-01-04" in found.closed
    assert findings == ()


def test_the_category_tells_the_toy_from_the_animal() -> None:
    hire = Hire(element="horse", category=Category.PROPS, away=("2027-01-05",))
    (found,), _ = resolve_hired([hire], BREAKDOWN, ("2027-01-04", 1), "shoot.toml")
    assert found.scenes == (TWO,)
    assert found.closed == ("2027-01-05",)


def test_what_the_breakdown_does_not_have_is_named_and_not_applied() -> None:
    hire = Hire(element="camel", away=("2027-01-05",))
    found, (finding,) = resolve_hired([hire], BREAKDOWN, ("2027-01-04", 1), "shoot.toml")
    assert found == ()
    assert "“camel”" in finding.message


@pytest.mark.parametrize(
    "row",
    [
        HiredRow(element="horse"),
        HiredRow(element="horse", away=("soon",)),
        HiredRow(element="MINA", category=Category.CAST, away=("2027-01-05",)),
    ],
)
def test_an_entry_that_says_nothing_is_refused_naming_it(row: HiredRow) -> None:
    with pytest.raises(InputError, match=r"shoot\.toml: hired"):
        read_hired([row], "shoot.toml")
