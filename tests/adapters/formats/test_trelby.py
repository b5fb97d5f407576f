from secondunit.adapters.formats.trelby import FORMAT

FILE = """\ufeff#Version 3
#Begin-Config
FontSize:12
#End-Config
#Title-String 0.000000,80.000000,24,cb,Helvetica,,THE BELL
#Title-String 0.000000,100.000000,12,c,Courier,,by
#Title-String 0.000000,108.470000,12,c,Courier,,A. Writer
#Start-Script
.\\int. lab - day
>.He sits down on the
&.ben
..ch.
._ana
.(quietly
>:Did it
|:speak?
.:It did.
./cut to:
.%a note
"""


def test_typed_rows_become_elements_again() -> None:
    script = FORMAT.read(FILE.encode(), "t.trelby").screenplay
    assert script is not None
    assert [(x.kind.value, x.text) for x in script.scenes[0].lines] == [
        ("heading", "INT. LAB - DAY"),
        ("action", "He sits down on the bench."),
        ("cue", "ANA"),
        ("parenthetical", "quietly"),
        ("dialogue", "Did it speak?\nIt did."),
        ("transition", "CUT TO:"),
        ("note", "a note"),
    ]


def test_the_title_page_is_read() -> None:
    script = FORMAT.read(FILE.encode(), "t.trelby").screenplay
    assert script is not None
    assert {x.key: x.value for x in script.title_page} == {
        "Title": "THE BELL",
        "Credit": "by",
        "Author": "A. Writer",
    }


def test_a_file_without_its_mark_is_refused() -> None:
    assert FORMAT.is_format(FILE.encode())
    assert not FORMAT.is_format(b"INT. LAB - DAY")
    assert FORMAT.read(b"INT. LAB", "t").findings[0].rule == "screenplay.not-trelby"


def test_a_script_cut_off_anywhere_is_read_as_far_as_it_goes() -> None:
    data = FILE.encode()
    for end in range(30, len(data), 7):
        reading = FORMAT.read(data[:end], "t.trelby")
        assert reading.screenplay is not None or reading.findings
