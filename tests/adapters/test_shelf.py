from dataclasses import replace
from pathlib import Path

import pytest
from tests.film.generation.builder import make_order

from secondunit.adapters.shelf import Shelf
from secondunit.core.errors import Conflict, NotConfigured, NotFound
from secondunit.core.ids import Digest
from secondunit.core.money import FREE, Money
from secondunit.ports.provider import Delivered, OrderState, Outcome

ORDER = replace(make_order(), first_frame=Digest("a" * 64))
MEDIA = {Digest("a" * 64): b"picture"}
DONE = Outcome(state=OrderState.DONE, cost=Money(minor=5))
CLIP = Delivered(data=b"clip", media_type="video/mp4", frames=48, cost=FREE, milliseconds=7)


@pytest.fixture(params=[True, False], ids=["folder", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    return tmp_path if request.param else None


def test_the_same_key_is_one_order_and_another_order_under_it_a_conflict(
    folder: Path | None,
) -> None:
    shelf = Shelf("studio", folder)
    assert shelf.find("key") is None
    handle = shelf.place(ORDER, "key", MEDIA)
    assert shelf.place(ORDER, "key", MEDIA) == handle == shelf.find("key")
    with pytest.raises(Conflict, match="different order"):
        shelf.place(replace(ORDER, seed=9), "key", MEDIA)


def test_an_order_is_kept_with_what_it_names_until_it_ends(folder: Path | None) -> None:
    shelf = Shelf("studio", folder)
    handle = shelf.place(ORDER, "key", MEDIA)
    assert shelf.order(handle) == ORDER
    assert shelf.media(handle, ORDER) == MEDIA
    assert shelf.outcome(handle) is None
    assert shelf.delivered(handle) is None
    shelf.end(handle, DONE, CLIP)
    assert shelf.outcome(handle) == DONE
    assert shelf.delivered(handle) == replace(CLIP, cost=Money(minor=5))


def test_another_process_finds_what_one_kept_in_a_folder(tmp_path: Path) -> None:
    handle = Shelf("studio", tmp_path).place(ORDER, "key", MEDIA)
    Shelf("studio", tmp_path).end(handle, DONE, CLIP)
    again = Shelf("studio", tmp_path)
    assert again.find("key") == handle
    assert again.delivered(handle) is not None


@pytest.mark.parametrize("handle", ["no-such", "studio-../../etc", "studio-0000"])
def test_a_handle_that_was_never_given_is_not_found(folder: Path | None, handle: str) -> None:
    shelf = Shelf("studio", folder)
    for asked in (shelf.order, shelf.outcome, shelf.delivered):
        with pytest.raises(NotFound):
            asked(handle)


def test_there_is_no_folder_for_a_program_where_work_is_kept_in_memory() -> None:
    shelf = Shelf("studio", None)
    with pytest.raises(NotConfigured, match="nowhere"):
        shelf.path(shelf.place(ORDER, "key", MEDIA))
