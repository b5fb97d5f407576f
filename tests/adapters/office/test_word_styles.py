import pytest

from secondunit.adapters.office.word_styles import (
    align,
    indent,
    is_on,
    local,
    number,
    read_comments,
    read_styles,
    value,
)

WORD = 'xmlns:w="w"'


def test_a_style_has_what_it_inherits() -> None:
    styles, problem = read_styles(
        f'<w:styles {WORD}><w:style w:styleId="a"><w:name w:val="Base"/><w:pPr><w:ind '
        'w:left="1440"/><w:jc w:val="center"/></w:pPr><w:rPr><w:caps/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:name w:val="Own"/><w:basedOn w:val="a"/><w:pPr><w:jc '
        'w:val="right"/></w:pPr></w:style></w:styles>'.encode()
    )
    assert problem == ("", "")
    own = styles["b"]
    assert (own.name, own.indent, own.align, own.caps) == ("Own", 1.0, "right", True)


def test_styles_based_on_each_other_end_somewhere() -> None:
    styles, _ = read_styles(
        f'<w:styles {WORD}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'.encode()
    )
    assert set(styles) == {"a", "b"}


def test_comments_are_found_by_their_ids() -> None:
    comments, _ = read_comments(
        f'<w:comments {WORD}><w:comment w:id="7"><w:p><w:r><w:t>Why</w:t></w:r></w:p><w:p><w:r>'
        "<w:t>now?</w:t></w:r></w:p></w:comment></w:comments>".encode()
    )
    assert comments == {"7": "Why\nnow?"}


@pytest.mark.parametrize("text", ["nan", "inf", "-1e999", "x", ""])
def test_a_measure_that_is_none_or_endless_harms_nobody(text: str) -> None:
    assert abs(number(text)) <= 144_000


def test_attributes_are_read_whatever_their_prefix() -> None:
    assert value({"x:val": "1"}, "val") == "1"
    assert local("x:val") == "val"
    assert is_on({})
    assert not is_on({"w:val": "0"})
    assert indent({"w:start": "720", "w:firstLine": "720"}) == 1.0
    assert indent({"w:right": "720"}) is None
    assert align("both") == "left"
