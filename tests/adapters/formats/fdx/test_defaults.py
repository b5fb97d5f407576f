from secondunit.adapters.formats.fdx.defaults import default_types
from secondunit.adapters.formats.fdx.fresh import style_types
from secondunit.film.screenplay.final_draft.paragraph_types import kind_of, type_of
from secondunit.film.screenplay.final_draft.setting import column_width, left_edge
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.pages.sizes import usual_left, usual_space, usual_width

UNSET = {LineKind.TRANSITION, LineKind.SECTION, LineKind.SYNOPSIS, LineKind.NOTE}


def test_each_type_is_set_as_its_kind_usually_is() -> None:
    for name, style in style_types(default_types()).items():
        kind, _ = kind_of(name, style)
        if name in {"Cast List", "General"} or kind in UNSET:
            continue
        assert style.space_before == usual_space(kind), name
        assert column_width(style, style) == usual_width(kind), name
        edge = left_edge(style, style)
        assert edge is not None
        assert abs(edge - usual_left(kind)) < 0.01, name


def test_every_kind_of_paragraph_has_a_type() -> None:
    names = {each.name for each in default_types()}
    assert {type_of(kind) for kind in LineKind if type_of(kind)} <= names
