from pathlib import Path

from secondunit.adapters.store.objects import open_folder
from secondunit.bootstrap.passes import pass_folder, pass_maker


def test_the_maker_says_what_it_is(tmp_path: Path) -> None:
    assert pass_maker(open_folder(tmp_path)).version.startswith("passes-")


def test_passes_lie_in_the_production_unless_a_folder_is_given(tmp_path: Path) -> None:
    folder, outbox = pass_folder(None, tmp_path / "p", "12A")
    assert folder == tmp_path / "p" / "passes" / "12A"
    outbox.place("a.txt", b"a")
    assert (folder / "a.txt").read_bytes() == b"a"
    assert pass_folder(tmp_path / "mine", tmp_path / "p", "12A")[0] == tmp_path / "mine"
