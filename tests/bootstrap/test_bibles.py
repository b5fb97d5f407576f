from pathlib import Path

from secondunit.bootstrap.bibles import facts_of
from secondunit.bootstrap.productions import open_studio
from secondunit.core.ids import digest_bytes


def test_references_are_hashed_inside_their_own_folder_alone(tmp_path: Path) -> None:
    studio = open_studio(tmp_path / "p", title="Toy")
    folder = studio.folder / "bible"
    folder.mkdir()
    (folder / "mina.png").write_bytes(b"a picture")
    (studio.folder / "secret.png").write_bytes(b"another")
    facts = facts_of(studio, ("MINA",))
    assert facts.hash_of("mina.png") == digest_bytes(b"a picture")
    assert facts.hash_of("../secret.png") is None
    assert facts.hash_of("none.png") is None
