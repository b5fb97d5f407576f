from secondunit.core.ids import SceneId
from secondunit.core.money import Money
from secondunit.film.schedule.rules.around import Around, resolve_units
from secondunit.film.schedule.rules.terms import Clock
from secondunit.film.schedule.rules.units import UnitRow, read_units

AROUND = Around(
    scenes={"12": SceneId("sc-12"), "14A": SceneId("sc-14a")},
    start="2027-01-04",
    weeks=4,
    work_days=(1, 2, 3, 4, 5),
    holidays=("2027-01-18",),
    prices={
        name: Money(minor=at * 100_000)
        for at, name in enumerate(
            (
                "crew_day",
                "night_premium",
                "location_day",
                "company_move",
                "location_setup",
                "shift_switch",
            ),
            start=1,
        )
    },
    day_eighths=32,
    clock=Clock(),
)


def _row(**fields: object) -> UnitRow:
    given = {"name": "second", "crew_day": "18000.00", "scenes": ("12",), **fields}
    return UnitRow(**given)  # type: ignore[arg-type]  # its fields


def test_a_name_a_day_rate_and_a_scene_are_enough() -> None:
    (unit,), findings = resolve_units(read_units([_row()], "shoot.toml"), AROUND, "shoot.toml")
    assert findings == ()
    assert unit.crew_day == Money(minor=1_800_000)
    assert (unit.location_day.minor, unit.day_eighths) == (300_000, 32)
    assert unit.scenes == (SceneId("sc-12"),)
    assert len(unit.dates) == 19, "four weeks of Mondays to Fridays without the holiday"


def test_a_unit_has_its_own_dates_weekdays_hours_and_prices() -> None:
    row = _row(
        dates=("2027-01-09 to 2027-01-16",),
        work_days=(1, 6),
        longest_day="10:00",
        location_setup="1.50",
        day_eighths=20,
        share_people=True,
        travel="0:30",
        aim="shorter",
    )
    (unit,), _ = resolve_units(read_units([row], "shoot.toml"), AROUND, "shoot.toml")
    assert unit.dates == ("2027-01-09", "2027-01-11", "2027-01-16")
    assert unit.clock is not None
    assert (unit.clock.longest_day, unit.clock.day_call) == (600, Clock().day_call)
    assert (unit.location_setup.minor, unit.day_eighths) == (150, 20)
    assert (unit.shares_people, unit.travel, unit.shorter) == (True, 30, True)


def test_scene_numbers_the_script_does_not_have_are_named_and_the_rest_applied() -> None:
    named = read_units([_row(scenes=("14a", "99"))], "shoot.toml")
    (unit,), (finding,) = resolve_units(named, AROUND, "shoot.toml")
    assert unit.scenes == (SceneId("sc-14a"),)
    assert finding.where == "shoot.toml: units.second.scenes"
    assert "“99”" in finding.message


def test_a_unit_without_a_work_date_is_left_out_and_said_so() -> None:
    named = read_units([_row(dates=("2027-01-09 to 2027-01-10",))], "shoot.toml")
    units, (finding,) = resolve_units(named, AROUND, "shoot.toml")
    assert units == ()
    assert finding.rule == "schedule.unit-without-dates"
