import os
from pathlib import Path

import pytest

from secondunit.bootstrap.files import read_file, write_file
from secondunit.core.errors import InputError, StoreError


def test_a_file_that_cannot_be_read_is_named_and_not_a_crash(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file") as caught:
        read_file(tmp_path / "missing.fountain")
    assert caught.value.remedy
    with pytest.raises(InputError, match="directory"):
        read_file(tmp_path)


def test_a_file_is_written_whole_or_named_as_one_that_cannot_be(tmp_path: Path) -> None:
    write_file(tmp_path / "new" / "script.fountain", b"INT. HALL")
    assert (tmp_path / "new" / "script.fountain").read_bytes() == b"INT. HALL"
    with pytest.raises(StoreError):
        write_file(tmp_path / "new", b"")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="pipe or a device"):
        read_file(tmp_path / "pipe")
    with pytest.raises(InputError, match="pipe or a device"):
        read_file(Path(os.devnull))


def test_a_film_is_not_taken_into_memory(tmp_path: Path) -> None:
    film = tmp_path / "film.fountain"
    with film.open("wb") as file:
        file.truncate(3 << 30)
    with pytest.raises(InputError, match="3072 MB"):
        read_file(film)
