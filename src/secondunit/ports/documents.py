"""Documents that are more than a table: what a format needs to draw them, in our words."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.budget.model import Budget


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryboardFrame:
    """One panel with its caption.

    Args:
        number: Shot number (``12A``).
        scene: Scene number and heading; a new one starts a new row under a divider.
        picture: The panel as PNG.
        size: Shot size (``MCU``).
        lens: Focal length (``50 mm``).
        move: Camera move, or "" when it is static.
        duration: Seconds and frames (``3:12``).
        action: What happens.
        dialogue: First words spoken, or "".
        speaker: Who says them, or "".
        view: Angle and height of the camera (``low 0.6 m``).
        panel: ``A`` and ``B`` of a shot that moves, or "".
    """

    number: str
    scene: str
    picture: bytes
    size: str
    lens: str
    move: str
    duration: str
    action: str
    dialogue: str = ""
    speaker: str = ""
    view: str = ""
    panel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """Panels in the order of the script.

    Args:
        title: Of the production.
        status: ``PROPOSED · 12 decisions open`` or who approved it; printed on every page.
        draft: Which draft of the script it shows, printed beside the title.
        frames: The panels.
        watermark: Printed large and pale across every page (``DRAFT``), or "".
    """

    title: str
    status: str
    draft: str
    frames: tuple[StoryboardFrame, ...]
    watermark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetBook:
    """A budget for a workbook that reckons.

    Args:
        title: Of the production.
        status: ``PROPOSED · 12 decisions open`` or who approved it; on every tab.
        budget: The budget.
        watermark: On every tab (``DRAFT``), or "".
    """

    title: str
    status: str
    budget: Budget
    watermark: str = ""
