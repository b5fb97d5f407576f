"""From the script and its breakdown to what the scheduler must solve."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import SceneId
from secondunit.core.pages import format_eighths
from secondunit.film.breakdown.model import CastMember, Category, Element, cast_list
from secondunit.film.schedule.availability import Unavailable
from secondunit.film.schedule.hours.sun import Twilight
from secondunit.film.schedule.location import find_locations, merged_places, place_of
from secondunit.film.schedule.model import (
    Light,
    Person,
    Problem,
    SceneNeed,
    ScheduleTable,
    Standing,
)
from secondunit.film.schedule.rules.shoot import Shoot
from secondunit.film.schedule.rules.terms import WorkPack
from secondunit.film.schedule.under_terms import under_terms, with_units
from secondunit.film.screenplay.model import Heading, IntExt, Scene, Screenplay, TimeOfDay

ADULT_MONTHS = 216
"""Eighteen years: from then on nobody is a minor."""


def propose_problem(
    screenplay: Screenplay,
    elements: tuple[Element, ...],
    table: ScheduleTable,
    unavailable: Unavailable = (),
    shoot: Shoot | None = None,
    packs: tuple[WorkPack, ...] = (),
) -> tuple[Problem, tuple[Finding, ...]]:
    """Put the script into the scheduler's terms.

    Args:
        screenplay: The draft; omitted scenes are passed over.
        elements: The breakdown of its scenes.
        table: Calendar, costs, limits, standings and teams.
        unavailable: Dates on which people cannot work, by character.
        shoot: How the production shoots; None: no clock is kept and no hours are reckoned.
        packs: The work rules it named.

    Returns:
        The problem, and findings for everything the scheduler had to assume.
    """
    scenes = screenplay.shot_scenes
    order = tuple(scene.id for scene in scenes)
    cast = cast_list(elements, order)
    findings: list[Finding] = []
    if not scenes:
        findings.append(_nothing_to_shoot())
    findings += _stray_elements(elements, set(order), screenplay)
    absences = _absences(unavailable, cast, findings)
    ages = _ages(shoot, cast, findings)
    people = tuple(
        Person(
            cast=member.number,
            name=member.name,
            daily=_standing(member, len(scenes), table.standings).daily,
            minor=member.minor or ages.get(member.name, ADULT_MONTHS) < ADULT_MONTHS,
            unavailable=absences.get(member.name, ()),
            age_months=ages.get(member.name),
        )
        for member in cast
    )
    problem = Problem(
        scenes=_needs(scenes, elements, cast, table),
        people=people,
        calendar=table.calendar,
        costs=table.costs,
        rules=table.rules,
    )
    headings = [scene.heading for scene in scenes]
    if shoot is not None:
        problem, told = under_terms(problem, shoot, packs, elements)
        leads = _leads(cast, len(scenes), table.standings)
        problem, of_units = with_units(problem, shoot, scenes, elements, leads)
        findings += (*told, *of_units)
    findings += merged_places(headings, [need.location for need in problem.scenes])
    findings += _scene_findings(scenes, problem)
    return problem, tuple(findings)


def _ages(
    shoot: Shoot | None, cast: tuple[CastMember, ...], findings: list[Finding]
) -> dict[str, int]:
    """Ages in months by character as the cast list has it."""
    known = {member.name.casefold(): member.name for member in cast}
    found: dict[str, int] = {}
    for name, months in shoot.ages if shoot else ():
        character = known.get(name.strip().casefold())
        if character is None:
            findings.append(_unknown_name(name, "age"))
        else:
            found[character] = months
    return found


def light_of(heading: Heading) -> Light:
    """What a scene needs from the sky.

    A heading that names neither INT nor EXT is taken as an exterior: the stricter reading.

    Source: exteriors are shot in the light they play in, dawn and dusk at the ends of a day
    shift; interiors can be lit for either (design page ``plan``, 2.3).
    """
    if heading.int_ext is IntExt.INT:
        return Light.EITHER
    return Light.NIGHT if heading.time_of_day is TimeOfDay.NIGHT else Light.DAY


def twilight_of(heading: Heading) -> Twilight:
    """At which end of the day an exterior plays; an interior is lit for either."""
    if heading.int_ext is IntExt.INT:
        return Twilight.NONE
    ends = {TimeOfDay.DAWN: Twilight.DAWN, TimeOfDay.DUSK: Twilight.DUSK}
    return ends.get(heading.time_of_day, Twilight.NONE)


def _needs(
    scenes: tuple[Scene, ...],
    elements: tuple[Element, ...],
    cast: tuple[CastMember, ...],
    table: ScheduleTable,
) -> tuple[SceneNeed, ...]:
    playing: dict[SceneId, list[int]] = {}
    for member in cast:
        for scene_id in member.scenes:
            playing.setdefault(scene_id, []).append(member.number)
    locations = find_locations([scene.heading for scene in scenes], table.locations)
    called: dict[SceneId, set[Category]] = {}
    for element in elements:
        called.setdefault(element.scene, set()).add(element.category)
    return tuple(
        SceneNeed(
            scene=scene.id,
            number=scene.number,
            eighths=scene.eighths,
            location=location,
            set=scene.heading.set or place_of(scene.heading),
            light=light_of(scene.heading),
            twilight=twilight_of(scene.heading),
            cast=tuple(playing.get(scene.id, ())),
            setups=tuple(
                team.key
                for team in table.teams
                if not called.get(scene.id, set()).isdisjoint(team.categories)
            ),
        )
        for scene, location in zip(scenes, locations, strict=True)
    )


def _standing(member: CastMember, scene_count: int, standings: tuple[Standing, ...]) -> Standing:
    """The first standing a part reaches; the last fits everybody (``read_table`` sees to it)."""
    played = len(member.scenes)
    for standing in standings[:-1]:
        share_met = played * 100 >= standing.least_share_percent * scene_count
        if share_met and played >= standing.least_scenes:
            return standing
    return standings[-1]


def _leads(
    cast: tuple[CastMember, ...], scene_count: int, standings: tuple[Standing, ...]
) -> frozenset[str]:
    """Names of those who have the first standing, where there are several."""
    first = standings[0] if len(standings) > 1 else None
    return frozenset(m.name for m in cast if _standing(m, scene_count, standings) is first)


def _absences(
    unavailable: Unavailable, cast: tuple[CastMember, ...], findings: list[Finding]
) -> dict[str, tuple[str, ...]]:
    """Unavailable dates by character; names and dates that mean nothing become findings."""
    known = {member.name.casefold(): member.name for member in cast}
    dates: dict[str, set[str]] = {}
    for name, days in unavailable:
        character = known.get(name.strip().casefold())
        if character is None:
            findings.append(_unknown_name(name))
            continue
        for day in days:
            try:
                dates.setdefault(character, set()).add(date.fromisoformat(day).isoformat())
            except ValueError:
                findings.append(_bad_date(character, day))
    return {name: tuple(sorted(days)) for name, days in dates.items()}


def _nothing_to_shoot() -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.nothing-to-shoot",
        where="screenplay",
        message="the script has no scene to shoot",
        remedy="Check that its scene headings begin with INT. or EXT.",
    )


def _unknown_name(name: str, what: str = "unavailable dates") -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.unknown-name",
        where=f"{what} of “{name}”",
        message=f"the cast list has no “{name}”; that was not applied",
        remedy="Write the character's name as the cast list prints it.",
    )


def _bad_date(name: str, day: str) -> Finding:
    return Finding(
        severity=Severity.ERROR,
        rule="schedule.bad-date",
        where=f"unavailable dates of {name}",
        message=f"“{day}” is not a date and was not applied",
        remedy="Write dates as 2027-02-14.",
    )


def _stray_elements(
    elements: Iterable[Element], known: set[SceneId], screenplay: Screenplay
) -> list[Finding]:
    omitted = {scene.id for scene in screenplay.scenes if scene.omitted}
    strays = [e for e in elements if e.scene not in known and e.scene not in omitted]
    if not strays:
        return []
    return [
        Finding(
            severity=Severity.WARNING,
            rule="schedule.stray-elements",
            where=f"breakdown, first “{strays[0].name}”",
            message=f"{len(strays)} elements belong to no scene of this draft and were left out",
            remedy="Run the breakdown again on this draft.",
        )
    ]


def _scene_findings(scenes: tuple[Scene, ...], problem: Problem) -> list[Finding]:
    findings = []
    people = {person.cast: person for person in problem.people}
    rules = problem.rules
    for scene, need in zip(scenes, problem.scenes, strict=True):
        where = f"scene {need.number}"
        if need.eighths > rules.day_eighths:
            findings.append(_too_long(where, need.eighths, rules.day_eighths))
        minors = [people[cast].name for cast in need.cast if people[cast].minor]
        if minors and need.eighths > rules.minor_day_eighths:
            findings.append(_too_long_for_minor(where, minors, need, rules.minor_day_eighths))
        if scene.heading.int_ext is None:
            findings.append(_neither_int_nor_ext(where, scene.heading))
    return findings


def _too_long(where: str, eighths: int, most: int) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="schedule.longer-than-a-day",
        where=where,
        message=(
            f"{format_eighths(eighths)} pages are more than the {format_eighths(most)} of a"
            " shooting day; it has a day to itself"
        ),
        remedy="Split the scene in two, or raise day_eighths in schedule.toml.",
    )


def _too_long_for_minor(where: str, minors: list[str], need: SceneNeed, most: int) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        rule="schedule.longer-than-a-minors-day",
        where=where,
        message=(
            f"{', '.join(minors)} may play {format_eighths(most)} pages a day and this scene has"
            f" {format_eighths(need.eighths)}; it is the minor's only scene of its day"
        ),
        remedy="Split the scene, or shoot part of it with a double.",
    )


def _neither_int_nor_ext(where: str, heading: Heading) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule="schedule.neither-int-nor-ext",
        where=where,
        message=f"“{heading.raw}” names neither INT nor EXT; it was taken as an exterior",
        remedy="Begin the heading with INT. or EXT.",
    )
