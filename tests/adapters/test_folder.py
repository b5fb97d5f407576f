import multiprocessing
from pathlib import Path

import pytest

from secondunit.adapters.folder import FileWitness, FolderOutbox, locked
from secondunit.core.errors import Conflict, StoreError
from secondunit.core.ids import Digest, digest_bytes


def test_a_file_is_placed_whole_and_found_by_its_bytes(tmp_path: Path) -> None:
    outbox = FolderOutbox(tmp_path)
    outbox.place("3-schedule/board.csv", b"strips")
    assert outbox.holds("3-schedule/board.csv", digest_bytes(b"strips"))
    assert not outbox.holds("3-schedule/board.csv", digest_bytes(b"other"))
    assert not outbox.holds("none.csv", digest_bytes(b""))
    assert [file.name for file in (tmp_path / "3-schedule").iterdir()] == ["board.csv"]


def test_a_removed_file_takes_its_empty_folder_with_it(tmp_path: Path) -> None:
    outbox = FolderOutbox(tmp_path)
    outbox.place("takes/1A.mp4", b"x")
    outbox.remove("takes/1A.mp4")
    outbox.remove("takes/1A.mp4")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("a file where a folder should be")
    with pytest.raises(StoreError, match="takes") as caught:
        FolderOutbox(tmp_path).place("takes/1A.mp4", b"x")
    assert "nothing is lost" in caught.value.remedy


def test_the_witness_remembers_the_last_note(tmp_path: Path) -> None:
    witness = FileWitness(tmp_path)
    assert witness.last() is None
    witness.note(3, Digest("abc"))
    witness.note(4, Digest("def"))
    assert FileWitness(tmp_path).last() == (4, "def")


def test_a_witness_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "journal-head.json").write_text("{}")
    with pytest.raises(StoreError, match="journal-head"):
        FileWitness(tmp_path).last()


def _try_to_lock(folder: str, answer: "multiprocessing.SimpleQueue[str]") -> None:
    try:
        with locked(Path(folder)):
            answer.put("mine")
    except Conflict:
        answer.put("conflict")


def test_two_runs_cannot_work_on_one_production(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    answer = context.SimpleQueue()
    with locked(tmp_path):
        other = context.Process(target=_try_to_lock, args=(str(tmp_path), answer))
        other.start()
        other.join()
        assert answer.get() == "conflict"
    again = context.Process(target=_try_to_lock, args=(str(tmp_path), answer))
    again.start()
    again.join()
    assert answer.get() == "mine"
