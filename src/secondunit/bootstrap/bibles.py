"""The character bible of a production, with the register of rights and the pictures it names."""

from __future__ import annotations

import mimetypes

from secondunit.bootstrap.productions import Studio
from secondunit.bootstrap.rights_desk import open_desk
from secondunit.core.ids import Digest, digest_bytes
from secondunit.film.generation.bible import BibleFacts, Reference, usable
from secondunit.pipeline.bible import bible_facts, production_bible
from secondunit.pipeline.ordering.casting import Casting

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


def casting_of(studio: Studio) -> Casting:
    """The bible of a production with its pictures, each cleaned of what was written into it.

    Raises:
        InputError: The bible, its rules or terms cannot be read.
        StoreError: Its database cannot be opened.
    """
    from secondunit.adapters.media.cleaning.clean import clean

    facts = facts_of(studio, ())
    folder, media = studio.folder / FOLDER, studio.view.office.media

    def keep(reference: Reference) -> Digest | None:
        if not usable(reference, facts):
            return None
        media_type = mimetypes.guess_type(reference.file)[0] or "image/png"
        data = clean((folder / reference.file).read_bytes(), media_type)
        return media.store_media(data, media_type, reference.file).digest

    return Casting(bible=production_bible(studio.view), keep=keep)
