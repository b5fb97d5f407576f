from xml.etree import ElementTree

from secondunit.adapters.office.word_look import STYLES, safe, style_id, write_styles
from secondunit.film.screenplay.model import LineKind


def test_styles_bear_the_names_of_the_trade_at_its_indents() -> None:
    styles = write_styles(["Draft date"])
    for name in ("Scene Heading", "Action", "Character", "Dialogue", "Parenthetical", "Transition"):
        assert f'<w:name w:val="{name}"/>' in styles
    assert STYLES[LineKind.DIALOGUE][1] == 1440
    assert STYLES[LineKind.CUE][1] == 2880
    ElementTree.fromstring(styles)  # noqa: S314  our own words


def test_every_kind_of_line_has_a_style_of_its_own() -> None:
    assert set(STYLES) == set(LineKind)
    assert len({look[0] for look in STYLES.values()}) == len(LineKind)


def test_a_key_of_the_title_page_has_a_style_whatever_it_is_called() -> None:
    keys = ["Draft date", "Draft-date", 'A "b" & <c>', "Übung"]
    ElementTree.fromstring(write_styles(keys))  # noqa: S314  our own words
    assert len({style_id(key) for key in keys}) == len(keys)


def test_what_xml_cannot_hold_becomes_a_space() -> None:
    assert safe("a\x08<b>\ud800") == "a &lt;b&gt; "
