"""Files that no script should be, given to the command as a person gives them."""

import os
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from tests.adapters.formats.zips import bomb, lying_bomb, zipped
from tests.adapters.paper.pdf_objects import TWO_LINES, form, page

from secondunit.entrypoints.cli.app import run

SCRIPT = "INT. KITCHEN - DAY\n\nOREN\nTwo sugars.\n\nHe leaves.\n"
PARTS = {
    ".docx": "word/document.xml",
    ".highland": "a.textbundle/text.md",
    ".celtx": "script-a.html",
    ".fadein": "document.xml",
}
LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{index} "{f"&a{index - 1};" * 10}">' for index in range(1, 12)
)
FETCHED = '<!ENTITY a11 SYSTEM "file:///etc/passwd">'
TAGGED = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")

Show = Callable[[str, bytes | str], tuple[int, str]]


@pytest.fixture
def show(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Show:
    """Writes a file and shows it: the exit code, and all that was said in one row."""

    def shown(name: str, data: bytes | str) -> tuple[int, str]:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        code = run(["script", "show", str(path)])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return shown


def fdx(declared: str, text: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{declared}<FinalDraft><Content>'
        f'<Paragraph Type="Action"><Text>{text}</Text></Paragraph></Content></FinalDraft>'
    )


def locked(password: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, ownerPassword="x", strength=128))
    canvas.setFont("Courier", 12)
    canvas.drawString(108, 700, "INT. KITCHEN - DAY")
    canvas.drawString(108, 676, "A black telephone rings.")
    canvas.save()
    return out.getvalue()


def test_a_boneyard_that_is_never_closed_loses_no_scene(show: Show) -> None:
    code, said = show("a.fountain", SCRIPT + "\nHe /* runs.\n\nINT. YARD - NIGHT\n\nGo.\n")
    assert code == 0
    assert "INT. YARD - NIGHT" in said
    assert "line 8: a boneyard /* is never closed" in said
    assert "take the /* out" in said


@pytest.mark.parametrize("closed", ["</a>" * 200_000, ""])
def test_xml_nested_without_end_is_refused(show: Show, closed: str) -> None:
    code, said = show("a.fdx", "<FinalDraft>" + "<a>" * 200_000 + closed)
    assert code == 1
    assert "nested deeper" in said
    assert "save it again as FDX" in said


@pytest.mark.parametrize(
    "declared",
    [
        f"<!DOCTYPE a [{LAUGHS}]>",
        f"<!DOCTYPE a [{FETCHED}]>",
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a">',
    ],
    ids=["laughs", "entity", "dtd"],
)
def test_entities_are_never_expanded_nor_fetched(show: Show, declared: str) -> None:
    word = '<w:document xmlns:w="a"><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:document>'
    osf = '<document type="Open Screenplay Format document"><text>&a11;</text></document>'
    given: dict[str, bytes | str] = {
        "a.fdx": fdx(declared, "&a11;"),
        "a.docx": zipped({"word/document.xml": declared + word}),
        "a.fadein": zipped({"document.xml": declared + osf}),
        "a.osf": declared + osf,
    }
    for name, data in given.items():
        code, said = show(name, data)
        assert (code, "document type or entities" in said) == (1, True), name
    page_of_celtx = f'{declared}<html><body><p class="sceneheading">INT. &a11;</p></body></html>'
    code, said = show("a.celtx", zipped({"project.rdf": "a", "script-a.html": page_of_celtx}))
    assert "hahaha" not in said
    assert "root:" not in said


def test_a_pdf_without_text_layer_is_never_guessed_at(show: Show) -> None:
    code, said = show("a.pdf", page(b"0 0 m 300 300 l S 10 10 200 200 re f " * 30))
    assert code == 1
    assert "no text layer" in said
    assert "OCR" in said


def test_a_pdf_with_a_password_says_so_and_one_without_a_need_for_it_is_read(show: Show) -> None:
    code, said = show("a.pdf", locked("a word"))
    assert code == 1
    assert "password" in said
    code, said = show("a.pdf", locked(""))
    assert code == 0
    assert "INT. KITCHEN - DAY" in said


def test_a_pdf_that_draws_itself_without_end_is_refused(show: Show) -> None:
    code, said = show(
        "a.pdf", page(b"/X Do", form(b"/X Do /X Do", 6), names=b"/XObject << /X 6 0 R >>")
    )
    assert code == 1
    assert "print it to PDF from its own program" in said


@pytest.mark.parametrize("suffix", PARTS)
def test_zips_that_swell_nest_or_are_locked_are_refused(show: Show, suffix: str) -> None:
    part = PARTS[suffix]
    flagged = bytearray(zipped({part: SCRIPT}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flagged[flagged.find(signature) + at] |= 1
    given = {
        "would swell": bomb(part),
        "damaged zip": lying_bomb(part),
        "another archive": zipped({part: zipped({part: SCRIPT})}),
        "another archive (more.zip)": zipped({part: SCRIPT, "more.zip": "a"}),
        "locked with a password": bytes(flagged),
        "holds no": zipped({"readme.txt": "a"}),
        " ": zipped({part: SCRIPT * 30})[:100],
    }
    for expected, data in given.items():
        code, said = show(f"a{suffix}", data)
        assert (code, expected in said, "→" in said) == (1, True, True), expected


def test_names_that_lead_out_of_a_zip_lead_nowhere(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "in" / "it"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    names = ("../evil", "../../evil", f"{tmp_path}/evil", "C:\\evil")
    code, said = show(
        "a.highland", zipped({PARTS[".highland"]: SCRIPT, **dict.fromkeys(names, "a")})
    )
    assert (code, "INT. KITCHEN - DAY" in said) == (0, True)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.highland", "in", "it"]


HIDDEN = f"He\u200b runs\u202e. {TAGGED}"
HIDERS: dict[str, tuple[str, bytes | str]] = {
    "a.fountain": ("line 3", f"INT. HALL - DAY\n\n{HIDDEN}\n"),
    "a.txt": ("line 3", f"INT. HALL - DAY\n\n{HIDDEN}\n\n    OREN\n  No.\n" * 3),
    "a.fdx": ("paragraph 1", fdx("", HIDDEN)),
    "a.trelby": ("line 4", f"#Version 3\n#Start-Script \n.\\INT. A - DAY\n..{HIDDEN}\n"),
    "a.highland": ("line 3", zipped({PARTS[".highland"]: f"INT. HALL - DAY\n\n{HIDDEN}\n"})),
    "a.celtx": (
        "paragraph 2",
        zipped(
            {
                "project.rdf": "a",
                "script-a.html": '<p class="sceneheading">INT. A</p>'
                f'<p class="action">{HIDDEN}</p>',
            }
        ),
    ),
}


@pytest.mark.parametrize("name", HIDERS)
def test_hidden_text_is_told_with_its_place(show: Show, name: str) -> None:
    place, data = HIDERS[name]
    _, said = show(name, data)
    assert f"{place}: 1 invisible character left out" in said or "they spell “obey”" in said
    assert f"{place}: a character that turns the reading direction" in said
    assert said.count("turns the reading direction") == (3 if name == "a.txt" else 1)


SUFFIXES = (
    ".fountain",
    ".fdx",
    ".pdf",
    ".txt",
    ".docx",
    ".trelby",
    ".highland",
    ".celtx",
    ".fadein",
)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files_without_anything_in_them_are_refused(show: Show, suffix: str) -> None:
    code, said = show(f"a{suffix}", b"")
    assert (code, "the file is empty" in said) == (1, True)
    code, said = show(f"a{suffix}", b"\0" * 1000)
    assert (code, "→" in said) == (1, True)


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_half_a_character_at_its_end_is_read_and_remarked_on(
    show: Show, mark: str
) -> None:
    code, said = show("a.fountain", f"\ufeff{SCRIPT}".encode(mark) + b"a")
    assert (code, "INT. KITCHEN - DAY" in said, "damaged UTF-16" in said) == (0, True, True)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.fdx", SCRIPT),
        ("a.docx", SCRIPT),
        ("a.fountain", page(TWO_LINES)),
        (
            "a.txt",
            fdx("", "A")
            .replace('"Action"', '"Scene Heading"')
            .replace("A<", "INT. KITCHEN - DAY<"),
        ),
        ("a.docx", page(TWO_LINES)),
        ("a.fdx", zipped({PARTS[".highland"]: SCRIPT})),
    ],
)
def test_a_script_with_the_wrong_suffix_is_read_as_what_it_is(
    show: Show, name: str, data: bytes | str
) -> None:
    code, said = show(name, data)
    assert (code, "INT. KITCHEN - DAY" in said, "its name does not say so" in said) == (
        0,
        True,
        True,
    )


def test_what_is_no_script_under_any_name_is_refused_by_the_name_it_has(show: Show) -> None:
    code, said = show("a.pdf", "Dear Sir, this is a letter.")
    assert (code, "cannot be opened" in said) == (1, True)
    code, said = show("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert (code, "password" in said, "old Word" in said) == (1, True, True)


def test_folders_pipes_and_files_that_are_not_there_are_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.fountain").mkdir()
    os.mkfifo(tmp_path / "pipe.fountain")
    (tmp_path / "loop.fountain").symlink_to("loop.fountain")
    for name in ("folder", "pipe", "loop", "absent"):
        assert run(["script", "show", str(tmp_path / f"{name}.fountain")]) == 2, name
        assert "→" in capsys.readouterr().err


def test_more_text_than_a_season_of_scripts_is_refused(show: Show) -> None:
    for name in ("a.fountain", "a.txt", "a.trelby"):
        code, said = show(name, "#Version 3\n" + SCRIPT * 200_000)
        assert (code, "9 MB" in said, "at most 8" in said) == (1, True, True), name
    code, said = show("a.fountain", b" " * 99 + b"a" * (100 * 2**20))
    assert (code, "104 MB is no screenplay" in said) == (1, True)
