"""The production office: one production's memory and the ports its work goes through."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.text_ask import TextModel
from secondunit.film.generation.model import Capabilities
from secondunit.film.rights.permit import Policy
from secondunit.ports.clock import Clock
from secondunit.ports.jobs import Jobs
from secondunit.ports.media_store import MediaStore
from secondunit.ports.records import Records
from secondunit.ports.set_models import SetModels
from secondunit.ports.tables import Tables
from secondunit.ports.take_bin import TakeBin
from secondunit.ports.witness import Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a production is made with.

    Args:
        rate: Trade name of the frame rate.
        aspect: Trade name of the delivery aspect.
        language: BCP 47 of the script.
        start_date: First shooting date, ISO.
        seed: Seed of every search.
        policy: What may leave the building.
    """

    rate: str
    aspect: str
    language: str
    start_date: str
    seed: int
    policy: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What every act of the pipeline needs of one open production.

    Args:
        records: Its memory.
        media: Its bytes.
        tables: Its data files.
        jobs: Whoever answers asks.
        clock: The time.
        witness: The note on its journal.
        provider: What the chosen provider of takes can do.
        settings: What it is made with.
        assistant: The text model that reads the breakdown a second time, or None.
        set_models: The production designer's own models of sets, or None.
        bin: Every take that was ordered, or None where nothing can be.
    """

    records: Records
    media: MediaStore
    tables: Tables
    jobs: Jobs
    clock: Clock
    witness: Witness
    provider: Capabilities
    settings: Settings
    assistant: TextModel | None = None
    set_models: SetModels | None = None
    bin: TakeBin | None = None
