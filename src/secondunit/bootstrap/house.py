"""The studio as the web opens it: its people, and the titles on its shelf."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from secondunit.bootstrap.productions import Studio, open_studio
from secondunit.bootstrap.stores import slug
from secondunit.core.errors import Conflict, NotFound
from secondunit.film.review.access import FILE as ACCESS_FILE
from secondunit.film.review.access import Access, read_access
from secondunit.ports.clock import Clock
from secondunit.ports.passwords import Passwords
from secondunit.ports.people import People

ResultT = TypeVar("ResultT")

ATTEMPTS = 5
"""Times a write is tried again when somebody else wrote at the same moment."""

SAID = "said.txt"
"""File in which a run's complaints are kept."""

INBOX = ".inbox"
"""Folder of the shelf where scripts wait that were dropped in the browser."""


@dataclass(slots=True, kw_only=True)
class House:
    """A studio, open.

    Args:
        shelf: Folder of the productions.
        people: Who may come in.
        passwords: How passwords are kept.
        clock: The time.
    """

    shelf: Path
    people: People
    passwords: Passwords
    clock: Clock
    _open: dict[str, tuple[str, Studio]] = field(default_factory=dict)
    _locks: dict[str, threading.Lock] = field(default_factory=dict)
    _runs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def titles(self) -> tuple[str, ...]:
        """Ids of all titles: the names of their folders."""
        return tuple(sorted(file.parent.name for file in self.shelf.glob("*/production.db")))

    def studio(self, title: str) -> Studio:
        """A title to read from, as it stands now.

        Raises:
            NotFound: There is no such title.
        """
        folder = self._folder(title)
        stamp, known = self._open.get(title, ("", None))
        if known is None:
            known = open_studio(folder)
        now = known.view.office.records.stamp()
        if now != stamp:
            known = open_studio(folder)
            self._open[title] = (now, known)
        return known

    def stamp(self, title: str) -> str:
        """Changes whenever anything in the title has.

        Raises:
            NotFound: There is no such title.
        """
        return self.studio(title).view.office.records.stamp()

    def write(self, title: str, act: Callable[[Studio], ResultT]) -> ResultT:
        """Do one short act on a title; acts of this process wait for each other.

        Args:
            title: Its id.
            act: Reads and writes; done again from the start where another process was quicker.

        Raises:
            Conflict: Somebody else was quicker each time.
            NotFound: There is no such title.
        """
        folder = self._folder(title)
        with self._locks.setdefault(title, threading.Lock()):
            for attempt in range(ATTEMPTS):
                try:
                    return act(open_studio(folder))
                except Conflict:
                    if attempt == ATTEMPTS - 1:
                        raise
        raise NotFound(f"there is no title {title}", remedy="Go back to the slate.")

    def access(self, title: str) -> Access:
        """What each role may do in a title.

        Raises:
            InputError: Its table cannot be read.
            NotFound: There is no such title.
        """
        return read_access(self.studio(title).view.table(ACCESS_FILE))

    def begin(self, name: str, data: bytes, title: str) -> str:
        """Bring a script in and let its production run in a process of its own.

        Args:
            name: File name of the script.
            data: Its bytes; they are read in that process, not here.
            title: What the title is called.

        Returns:
            The id of the title.

        Raises:
            Conflict: A title of that name is there already.
            StoreError: The folder cannot be written.
        """
        key = slug(title)
        folder = self.shelf / key
        if (folder / "production.db").exists() or self.is_running(key):
            raise Conflict(f"there is a title {key} already", remedy="Give it another name.")
        waiting = self.shelf / INBOX / key / Path(name).name
        waiting.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(data)
        command = [sys.executable, "-m", "secondunit", "produce", str(waiting)]
        with (waiting.parent / SAID).open("wb") as said:
            self._runs[key] = subprocess.Popen(  # noqa: S603
                [*command, "--out", str(folder)], stdout=subprocess.DEVNULL, stderr=said
            )
        return key

    def is_running(self, title: str) -> bool:
        """True while a run that was begun here is under way."""
        run = self._runs.get(title)
        return run is not None and run.poll() is None

    def stop(self, title: str) -> None:
        """End a run that was begun here; what it made is kept."""
        run = self._runs.get(title)
        if run is not None:
            run.terminate()
            run.wait()

    def last_words(self, title: str) -> str:
        """What a run that was begun here said when it failed, or ""."""
        said = self.shelf / INBOX / slug(title) / SAID
        if not said.is_file():
            return ""
        rows = said.read_text(encoding="utf-8", errors="replace").splitlines()
        return " ".join(row.strip() for row in rows if row.strip())[:400]

    def _folder(self, title: str) -> Path:
        folder = self.shelf / title
        if title != Path(title).name or not (folder / "production.db").is_file():
            raise NotFound(f"there is no title {title}", remedy="Go back to the slate.")
        return folder


@contextmanager
def open_house(shelf: Path) -> Iterator[House]:
    """Open the studio of a folder of productions.

    Raises:
        StoreError: The folder cannot be written.
    """
    from secondunit.adapters.clock import SystemClock
    from secondunit.adapters.db.studio import open_studio_engine
    from secondunit.adapters.db.studio.people import SqlPeople
    from secondunit.adapters.passwords import Argon2Passwords

    engine = open_studio_engine(shelf)
    try:
        yield House(
            shelf=shelf,
            people=SqlPeople(engine),
            passwords=Argon2Passwords(),
            clock=SystemClock(),
        )
    finally:
        engine.dispose()
