from __future__ import annotations

import pytest

from secondunit.adapters.paper.theme import read_theme, shipped_theme
from secondunit.core.errors import InputError

STRIPS = {"int-day", "ext-day", "int-night", "ext-night", "dawn", "dusk"}


def test_the_shipped_theme_frames_each_kind_of_strip_in_a_colour_of_its_own() -> None:
    theme = shipped_theme()
    assert {name for name, style in theme.rows.items() if style.strip} == STRIPS
    assert len({theme.style(name).fill for name in STRIPS}) == len(STRIPS)


def test_a_day_break_is_white_on_black() -> None:
    style = shipped_theme().style("day-break")
    assert (style.fill, style.ink, style.bold) == ("#000000", "#FFFFFF", True)


def test_an_unknown_style_is_printed_plain() -> None:
    theme = shipped_theme()
    assert theme.style("no-such-style") == theme.style("plain")


def test_a_production_may_choose_a4() -> None:
    theme = read_theme('[page]\nsize = "a4"\n')
    assert (theme.width, theme.height) == (595.28, 841.89)


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("[page\n", "TOML"),
        ("page = 3\n", "page"),
        ('[page]\nsize = "foolscap"\n', "page.size"),
        ("[page]\nmargin = 400\n", "page.margin"),
        ('[rows.int-day]\nfill = "yellow"\n', "rows.int-day.fill"),
        ("[rows.int-day]\nbold = 1\n", "rows.int-day.bold"),
        ('[rows]\nint-day = "#FFFFFF"\n', "rows.int-day"),
    ],
)
def test_a_wrong_field_is_named(text: str, field: str) -> None:
    with pytest.raises(InputError, match=field.replace(".", r"\.")) as caught:
        read_theme(text)
    assert caught.value.remedy
