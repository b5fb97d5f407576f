"""The character bible of a production, with the register of rights and the pictures it names."""

from __future__ import annotations

from secondunit.bootstrap.productions import Studio
from secondunit.bootstrap.rights_desk import open_desk
from secondunit.core.ids import Digest, digest_bytes
from secondunit.film.generation.bible import BibleFacts
from secondunit.pipeline.bible import bible_facts

FOLDER = "bible"
"""Under the folder of a production: pictures of its characters."""


def facts_of(studio: Studio, figures: tuple[str, ...]) -> BibleFacts:
    """What the bible of a production is held against.

    Raises:
        InputError: Its rules or terms cannot be read.
        StoreError: Its database cannot be opened.
    """
    folder = studio.folder / FOLDER

    def hash_of(file: str) -> Digest | None:
        path = (folder / file).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file():
            return None
        return digest_bytes(path.read_bytes())

    return bible_facts(studio.view, figures, open_desk(studio.folder).register(), hash_of)
