"""The nouns of a plan file: a breakdown with its boards, as programs hand them to each other.

Source: Universal Schedule Standard 1.0.0, which is the only open format of that kind; the names
here are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

SET, INT_EXT, DAY_NIGHT, LOCATION = 0, 1, 2, 6
"""Universal category numbers of what a heading says."""

CAST = 100
"""Universal category number of cast members."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCategory:
    """A category of a plan file.

    Args:
        key: Its id in the file.
        name: As its people call it.
        number: Its universal category number, by which it is known whatever it is called.
    """

    key: str
    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanEvent:
    """A date of a calendar or of an element.

    Args:
        key: Its id in the file.
        date: ISO date.
        kind: ``start``, ``dayOff`` or ``event``.
        name: ``holiday``, ``travel``, ``fitting``; "" for none.
    """

    key: str
    date: str
    kind: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanElement:
    """An element, once for all its scenes.

    Args:
        key: Its id in the file.
        category: Id of its category.
        name: As a list prints it.
        board_id: Cast id on strips; "" for none.
        is_counted: On the day-out-of-days.
        is_held: May be held between work days.
        is_dropped: May be dropped and picked up.
        drop_days: Days between drop and pick-up.
        is_id_locked: Its board id stays.
        days_off: ISO weekday numbers on which it cannot play.
        linked: Ids of elements that come with it.
        events: Its own dates.
    """

    key: str
    category: str
    name: str
    board_id: str = ""
    is_counted: bool = True
    is_held: bool = True
    is_dropped: bool = True
    drop_days: int = 10
    is_id_locked: bool = False
    days_off: tuple[int, ...] = ()
    linked: tuple[str, ...] = ()
    events: tuple[PlanEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSheet:
    """One breakdown sheet: a scene, or a banner of the board.

    Args:
        key: Its id in the file.
        scene: Scene number; "" for a banner.
        banner: Text of a banner; "" for a scene.
        synopsis: What happens.
        comments: Remarks.
        page: Of the script, on which the scene begins.
        eighths: Its length; None where the file does not say.
        minutes: Estimated time to shoot; None where the file does not say.
        elements: Ids of what it needs; INT/EXT, set and time of day are among them.
    """

    key: str
    scene: str = ""
    banner: str = ""
    synopsis: str = ""
    comments: str = ""
    page: str = ""
    eighths: int | None = None
    minutes: int | None = None
    elements: tuple[str, ...] = ()

    @property
    def is_banner(self) -> bool:
        """True when it is no scene."""
        return not self.scene


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStrips:
    """The strips of one unit, or the boneyard.

    Args:
        key: Its id in the file.
        name: ``stripboard``, ``boneyard``, ``second unit``.
        days: Ids of sheets by shooting day; where the file has no day breaks, one day holds all.
        has_days: True when the file groups strips into days.
    """

    key: str
    name: str
    days: tuple[tuple[str, ...], ...] = ()
    has_days: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBoard:
    """One arrangement of all strips.

    Args:
        key: Its id in the file.
        name: ``Start in January``.
        calendar: Id of its calendar; "" for none.
        strips: Its stripboard, boneyard and other units.
    """

    key: str
    name: str
    calendar: str = ""
    strips: tuple[PlanStrips, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCalendar:
    """A calendar.

    Args:
        key: Its id in the file.
        name: As its people call it.
        days_off: ISO weekday numbers on which nothing is shot.
        events: Its start and the dates that are not worked, or special.
    """

    key: str
    name: str
    days_off: tuple[int, ...] = (6, 7)
    events: tuple[PlanEvent, ...] = ()

    @property
    def start(self) -> str:
        """ISO date of the first shooting day; "" where it does not say."""
        return next((event.date for event in self.events if event.kind == "start"), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """All of it.

    Args:
        key: Its id.
        name: Of the schedule.
        project: Title of the production.
        created: ISO date and time.
        script_color: Revision colour of the script; "" for none.
        script_date: ISO date of that revision; "" for none.
        sheets: Breakdown sheets.
        categories: Categories.
        elements: Elements.
        boards: Arrangements of the strips; none in a mere breakdown.
        calendars: Calendars of the boards.
    """

    key: str
    name: str
    project: str = ""
    created: str = ""
    script_color: str = ""
    script_date: str = ""
    sheets: tuple[PlanSheet, ...] = ()
    categories: tuple[PlanCategory, ...] = ()
    elements: tuple[PlanElement, ...] = ()
    boards: tuple[PlanBoard, ...] = ()
    calendars: tuple[PlanCalendar, ...] = ()
