"""Productions, opened with the adapters of this machine."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from secondunit import config
from secondunit.adapters import folder as folders
from secondunit.adapters.clock import SystemClock
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.stores import find_records, is_there, open_database, open_media, slug
from secondunit.core.errors import InputError, NotFound
from secondunit.core.text_ask import TextModel
from secondunit.film.review.sign_off import Matrix, read_matrix
from secondunit.film.rights.permit import Policy
from secondunit.pipeline.office import Office, Settings
from secondunit.pipeline.press import Press
from secondunit.pipeline.queries import View
from secondunit.ports.clock import Clock
from secondunit.ports.gate import Gate
from secondunit.ports.jobs import Performer
from secondunit.ports.records import Production, Records

if TYPE_CHECKING:
    from sqlalchemy import Engine

LIGHT = frozenset({"tokens"})
"""Asks answered in this process."""

WAITING = frozenset({"text"})
"""Asks that wait for a server."""

SHELF = "productions"
"""Folder under the current one where productions are kept by default."""

NOTICE_DAYS = 28
"""Least days from a new production to its first shooting day, which is then a Monday."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """One production, open.

    Args:
        folder: Where it is kept.
        view: What stands in it.
        press: How its documents are made.
        matrix: Who signs what.
    """

    folder: Path
    view: View
    press: Press
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class WorkerPerformers:
    """Makes performers inside the process that uses them.

    Args:
        media: The media folder of the production.
        tables: The folder of its own data files.
        policy: What may leave the building.
        title: Production id.
        renderer: What pictures are seen with.
    """

    media: Path
    tables: Path
    policy: Policy
    title: str = ""
    renderer: str = config.RENDERERS[0]

    def __call__(self) -> Mapping[str, Performer]:
        """Performers by the kind of ask they answer."""
        from secondunit.adapters.performers import make_performers
        from secondunit.bootstrap.stores import open_media

        fetch = PackagedTables(self.tables).fetch_table
        media = open_media(self.media.parent)
        return make_performers(media, fetch, self._gate, self.title, self.renderer)

    def _gate(self) -> Gate:
        from secondunit.bootstrap.way_out import gate_of

        return gate_of(self.media.parent)


def production_folder(given: Path | None, title: str) -> Path:
    """The folder of a production: the one given, else ``productions/`` and its title."""
    return given if given is not None else Path(SHELF) / slug(title)


def find_folder(given: Path | None) -> Path:
    """The folder of an existing production: given, set, or the only one on the shelf.

    Raises:
        InputError: There are several, and none was named.
        NotFound: There is none.
    """
    named = given or (Path(text) if (text := config.read_machine().production) else None)
    if named is not None:
        if not is_there(named):
            raise NotFound(
                f"{named} is no production folder", remedy="Run secondunit produce SCRIPT first."
            )
        return named
    found = sorted(each for each in Path(SHELF).glob("*") if is_there(each))
    if not found:
        raise NotFound(
            f"there is no production under {SHELF}/",
            remedy="Run secondunit produce SCRIPT first, or name the folder with --out.",
        )
    if len(found) > 1:
        names = ", ".join(str(each) for each in found)
        raise InputError(
            f"there are {len(found)} productions here: {names}",
            remedy="Name one with --out FOLDER.",
        )
    return found[0]


@contextmanager
def open_for_writing(folder: Path, title: str = "") -> Iterator[Studio]:
    """Open a production for one run, making it when it is not there; nobody else may meanwhile.

    Raises:
        Conflict: Another run works on it.
        InputError: Its settings cannot be read.
        StoreError: The folder cannot be written.
    """
    with folders.locked(folder):
        yield open_studio(folder, title)


def open_studio(folder: Path, title: str = "") -> Studio:
    """Open a production, making it when a title is given and it is not there.

    Raises:
        InputError: Its settings cannot be read.
        NotFound: It is not there.
        StoreError: The folder cannot be written.
    """
    from secondunit.adapters.db.take_bin import SqlTakeBin
    from secondunit.adapters.gltf.designs import FolderModels
    from secondunit.adapters.jobs import LocalJobs
    from secondunit.adapters.providers.previs import PROVIDER
    from secondunit.pipeline.catalogue import SHAPES

    clock = SystemClock()
    engine, records = _records(folder, title, clock)
    tables = PackagedTables(folder / "tables")
    found = _production_config(folder, records.production().created_at)
    policy = Policy(
        providers_outside=found.providers_outside, names_in_pictures=found.names_in_pictures
    )
    media = open_media(folder)
    machine = config.read_machine()
    office = Office(
        records=records,
        media=media,
        tables=tables,
        jobs=LocalJobs(
            performers=WorkerPerformers(
                folder / "media",
                folder / "tables",
                policy,
                records.production().id,
                machine.renderer,
            ),
            light=LIGHT,
            waiting=WAITING,
            clock=clock,
            workers=machine.workers,
        ),
        clock=clock,
        witness=folders.FileWitness(folder),
        provider=PROVIDER,
        settings=_settings(found, policy, records.production().created_at),
        assistant=_assistant(found.breakdown.assistant, tables),
        set_models=FolderModels(folder / "sets", media),
        bin=SqlTakeBin(engine, records.production().id),
    )
    return Studio(
        folder=folder,
        view=View(office=office, shapes=SHAPES),
        press=make_press(folder / "package"),
        matrix=read_matrix(tables.fetch_table("sign_off.toml")),
    )


def _records(folder: Path, title: str, clock: Clock) -> tuple[Engine, Records]:
    """The database of a production and what it holds, made when a title is given.

    Raises:
        NotFound: It is not there, and no title is given.
        StoreError: The folder cannot be written.
    """
    from secondunit.adapters.db.records import create_production

    nothing = NotFound(
        f"{folder} holds no production", remedy="Run secondunit produce SCRIPT first."
    )
    if not is_there(folder):
        if not title:
            raise nothing
        folder.mkdir(parents=True, exist_ok=True)
    engine = open_database(folder)
    records = find_records(engine, folder)
    if records is None:
        if not title:
            raise nothing
        own = slug(title) if engine.dialect.name == "sqlite" else slug(folder.name)
        production = Production(id=own, title=title, created_at=clock.now())
        records = create_production(engine, production)
    return engine, records


def make_press(outbox: Path) -> Press:
    """The formats that documents go out in, placed under a folder."""
    from secondunit.adapters.formats import (
        budget_xlsx,
        diary_ics,
        form_html,
        form_pdf,
        otio_cut,
        report_html,
        sheet_csv,
        sheet_html,
        sheet_pdf,
        sheet_xlsx,
        storyboard_pdf,
        stripboard_pdf,
        subtitles_imsc,
        subtitles_srt,
        subtitles_vtt,
    )

    return Press(
        pdf=sheet_pdf.FORMAT,
        csv=sheet_csv.FORMAT,
        xlsx=sheet_xlsx.FORMAT,
        storyboard=storyboard_pdf.FORMAT,
        cut=otio_cut.FORMAT,
        timed_text=(subtitles_srt.FORMAT, subtitles_vtt.FORMAT, subtitles_imsc.FORMAT),
        report=report_html.FORMAT,
        form=form_pdf.FORMAT,
        stripboard=stripboard_pdf.FORMAT,
        diary=diary_ics.FORMAT,
        html=sheet_html.FORMAT,
        form_html=form_html.FORMAT,
        outbox=folders.FolderOutbox(outbox),
        budget=budget_xlsx.FORMAT,
    )


def _production_config(folder: Path, created_at: str) -> config.ProductionConfig:
    found = config.read_production(folder)
    if found is None:
        found = config.ProductionConfig(start_date=_first_monday(created_at))
        folders.write_whole(folder / config.FILE, config.production_text(found).encode())
    return found


def _assistant(key: str, tables: PackagedTables) -> TextModel | None:
    if key in {"", config.NO_ASSISTANT}:
        return None
    from secondunit.adapters.text_model.table import (
        FILE,
        find_text_model,
        read_text_models,
        terms_of,
    )

    return terms_of(key, find_text_model(key, read_text_models(tables.fetch_table(FILE))))


def _settings(found: config.ProductionConfig, policy: Policy, created_at: str) -> Settings:
    return Settings(
        rate=found.rate,
        aspect=found.aspect,
        language=found.language,
        start_date=found.start_date or _first_monday(created_at),
        seed=found.seed,
        policy=policy,
    )


def _first_monday(created_at: str) -> str:
    day = datetime.date.fromisoformat(created_at[:10]) + datetime.timedelta(days=NOTICE_DAYS)
    return (day + datetime.timedelta(days=-day.weekday() % 7)).isoformat()
