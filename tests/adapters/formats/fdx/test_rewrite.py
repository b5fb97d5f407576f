from pathlib import Path

import pytest
from tests.adapters.formats.fdx.whole_script import lines_of, read, reword, said, whole_file

from secondunit.adapters.formats.fdx import FORMAT

MATERIAL = Path(__file__).parents[5] / "shared" / "material" / "screenplay"
DATA = whole_file()
SCRIPT = read(DATA)


@pytest.mark.parametrize(
    "data",
    [
        DATA,
        DATA.replace(b"\n", b"\r\n"),
        DATA.replace(b"\n", b""),
        b"\xef\xbb\xbf" + DATA,
        DATA.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        DATA.replace(b"<Content>", b"<!-- ours --><Content>"),
        DATA.replace(b"Rain on a tin", b"<![CDATA[Rain]]> on a &#116;in"),
    ],
    ids=["plain", "crlf", "one line", "bom", "utf-16", "comment", "cdata"],
)
def test_unchanged_a_script_is_its_file_and_changed_it_differs_only_there(data: bytes) -> None:
    script = read(data)
    assert FORMAT.write(script, data).data == data
    changed = reword(script, "Rain on a tin", "Hail on a zinc")
    out = FORMAT.write(changed, data)
    assert out.losses == ()
    assert said(read(out.data)) == said(changed)
    spot = next(line.spot for line in lines_of(script) if line.text.startswith("Rain"))
    assert spot is not None
    assert out.data.startswith(data[: spot.start])


def test_what_is_outside_an_edited_scene_is_the_same_byte_for_byte() -> None:
    out = FORMAT.write(reword(SCRIPT, "A GOLD KEY turns.", "A GOLD KEY turns twice."), DATA).data
    assert out == DATA.replace(b"turns.", b"turns twice.")


def test_a_source_that_cannot_be_read_is_said_and_the_script_written_anew() -> None:
    written = FORMAT.write(SCRIPT, DATA[:2000])
    assert said(read(written.data)) == said(SCRIPT)
    assert "cannot be read" in written.losses[0].message


def test_a_script_is_written_into_the_file_of_another_draft() -> None:
    other = DATA.replace(b"FADE IN:", b"BLACK.").replace(b"Two sugars.", b"No milk.")
    out = FORMAT.write(SCRIPT, other).data
    assert said(read(out)) == said(SCRIPT)
    assert b"<Macros>" in out


@pytest.mark.skipif(not MATERIAL.is_dir(), reason="the material folder is not beside this checkout")
@pytest.mark.parametrize("path", sorted(MATERIAL.glob("*/*.fdx")), ids=lambda p: p.parent.name)
def test_a_real_file_written_unchanged_is_itself(path: Path) -> None:
    data = path.read_bytes()
    assert FORMAT.write(read(data), data).data == data
