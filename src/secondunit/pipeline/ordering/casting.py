"""Who is in a shot, as the bible knows them: words, pictures, and whose likeness it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from secondunit.core.ids import Digest
from secondunit.film.generation.bible import Bible, Reference, describe, references_for
from secondunit.film.generation.model import Order
from secondunit.film.generation.prompt import Described

NOBODY = Bible()
"""The bible of a production that has written none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casting:
    """The bible, with its pictures.

    Args:
        bible: Who looks how.
        keep: Keeps a picture and gives its digest; None where its consent, its hash or its file
            keep it from being used.
    """

    bible: Bible
    keep: Callable[[Reference], Digest | None]

    def people(self, day: int | None) -> tuple[Described, ...]:
        """What providers are told of everybody on a story day."""
        return describe(self.bible, day)

    def pictures(
        self, figures: Sequence[str], day: int | None, provider: str
    ) -> tuple[Digest, ...]:
        """Pictures of some figures that may be used, one of each in turn."""
        kept = (self.keep(each) for each in references_for(self.bible, figures, day, provider))
        return tuple(dict.fromkeys(each for each in kept if each is not None))


UNCAST = Casting(bible=NOBODY, keep=lambda _reference: None)
"""Where nobody is in the bible: figures are known by costume and hair alone."""


def likenesses_in(bible: Bible, order: Order) -> tuple[str, ...]:
    """Ids of the rights holders whose likeness an order asks for.

    They are those of the figures in it whose pictures are handed over, or whom its words call by
    what the provider was trained to know them by.
    """
    figures = {figure.name for figure in order.spec.figures}
    found = []
    for each in bible.character:
        if each.name not in figures:
            continue
        handle = each.handles.get(order.provider)
        called = handle is not None and bool(handle.name) and handle.name in order.prompt
        if order.references or called:
            found += [reference.owner for reference in each.reference]
    return tuple(dict.fromkeys(found))
