"""A bundle on disk: the template, the asks by task, the media they name, and what comes back."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from secondunit.adapters.farm.template import asset_references, job_template, parameter_values
from secondunit.adapters.folder import write_whole
from secondunit.adapters.store.objects import open_folder
from secondunit.core.errors import NotFound
from secondunit.core.ids import Digest, canonical_json, digest, read_json
from secondunit.core.stage import Answer, Ask
from secondunit.ports.jobs import Performer
from secondunit.ports.media_store import MediaStore

ASKS_A_TASK = 8
"""A board takes about a second: a task is to last longer than it takes to begin it."""

MOST_TASKS = 1000

WORK = "work"

_DIGESTS = re.compile(r"\b[0-9a-f]{64}\b")


class Bundle:
    """One bundle.

    Args:
        folder: Its folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.work = folder / WORK

    @property
    def tasks(self) -> int:
        """How many tasks it has."""
        return len(list((self.work / "asks").glob("*.json")))

    def answers(self) -> Sequence[Answer]:
        """What has come back so far."""
        found: list[Answer] = []
        for file in sorted((self.work / "answers").glob("*.json")):
            found += read_json(file.read_bytes(), list[Answer])
        return found


def write_bundle(
    shelf: Path, name: str, asks: Sequence[Ask], media: MediaStore, tables: Path
) -> Bundle:
    """Write the bundle of these asks, unless it is there; it is named after them.

    Args:
        shelf: Folder of all bundles.
        name: What the farm shows.
        asks: What is to be answered.
        media: Where the media that they name are.
        tables: The production's own data files.

    Raises:
        MediaMissing: What an ask names is not there.
        StoreError: The folder cannot be written.
    """
    bundle = Bundle(shelf / digest([ask.digest for ask in asks])[:16])
    template = bundle.folder / "template.json"
    if template.is_file():
        return bundle
    size = max(ASKS_A_TASK, -(-len(asks) // MOST_TASKS))
    parts = [asks[start : start + size] for start in range(0, len(asks), size)]
    for number, part in enumerate(parts, start=1):
        write_whole(bundle.work / "asks" / f"{number:04d}.json", canonical_json(part))
    store = open_folder(bundle.work / "media")
    named = {Digest(found) for ask in asks for found in _DIGESTS.findall(ask.body)}
    for each in sorted(named):
        if media.has_media(each):
            store.store_media(media.fetch_media(each), "", each)
    if tables.is_dir():
        shutil.copytree(tables, bundle.work / "tables", dirs_exist_ok=True)
    where = str(bundle.work.resolve())
    for file, value in (
        ("parameter_values.json", parameter_values(where)),
        ("asset_references.json", asset_references(where)),
        ("template.json", job_template(name, len(parts))),
    ):
        write_whole(bundle.folder / file, (json.dumps(value, indent=2) + "\n").encode())
    return bundle


def answer_task(
    work: Path, number: int, performers: Mapping[str, Performer], milliseconds: Callable[[], int]
) -> int:
    """Answer the asks of one task, and keep the answers beside them; how many.

    Raises:
        NotFound: There is no such task.
        ProviderError: An ask cannot be answered.
        StoreError: The folder cannot be written.
    """
    file = work / "asks" / f"{number:04d}.json"
    if not file.is_file():
        raise NotFound(f"{work} has no task {number}", remedy="Give a folder that farm wrote.")
    asks = read_json(file.read_bytes(), list[Ask])
    answers = []
    for ask in asks:
        began = milliseconds()
        done = performers[ask.kind](ask.body)
        answers.append(
            Answer(
                ask=ask.digest,
                body=done.body,
                media=done.media,
                provider=done.provider,
                version=done.version,
                cost=done.cost,
                milliseconds=milliseconds() - began,
            )
        )
    write_whole(work / "answers" / file.name, canonical_json(answers))
    return len(answers)


def collect(bundle: Bundle, media: MediaStore) -> Sequence[Answer]:
    """What came back, its media kept with the production's own.

    Raises:
        HashMismatch: Bytes are not those that the worker made.
        MediaMissing: An answer came without its media.
        StoreError: The store cannot be written.
    """
    made = open_folder(bundle.work / "media")
    answers = bundle.answers()
    for answer in answers:
        for each in answer.media:
            media.store_media(made.fetch_media(each.digest), each.media_type, each.name)
    return answers
