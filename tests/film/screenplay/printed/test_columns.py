from secondunit.film.screenplay.printed.columns import PageRow, learn_columns


def row(top: float, left: float, text: str, page: int = 1) -> PageRow:
    return PageRow(page=page, left=left, right=left + 7 * len(text), top=top, text=text)


def page(left: float = 108, step: float = 72, spacing: float = 12) -> list[PageRow]:
    """A page of speeches and action with columns where a house puts them."""
    rows, top = [], 72.0
    for number in range(8):
        for edge, text, gap in (
            (left, f"EXT. YARD {number} - DAY", 24),
            (left, "Rain falls on the old town and goes on falling", 24),
            (left, "till morning.", 12),
            (left + 2 * step, "MINA", 24),
            (left + 1.5 * step, "(to the wall)", spacing),
            (left + step, "Left ear out, right ear", spacing),
            (left + step, "home, as they say.", spacing),
        ):
            top += gap
            rows.append(row(top, edge, text))
    return rows


def test_columns_are_learned_wherever_they_stand() -> None:
    for left, step in ((108, 72), (90, 66), (72, 80)):
        columns = learn_columns(page(left, step))
        found = (columns.action, columns.dialogue, columns.parenthetical, columns.cue)
        expected = (left, left + step, left + 1.5 * step, left + 2 * step)
        assert all(abs(a - b) <= 3 for a, b in zip(found, expected, strict=True))


def test_a_double_spaced_speech_has_its_own_pitch() -> None:
    columns = learn_columns(page(spacing=24))
    assert (columns.pitch, columns.dialogue_pitch) == (12, 24)
    assert learn_columns(page()).dialogue_pitch == 12


def test_a_script_all_in_capitals_still_has_columns() -> None:
    shouted = [
        PageRow(page=1, left=r.left, right=r.right, top=r.top, text=r.text.upper()) for r in page()
    ]
    assert abs(learn_columns(shouted).dialogue - 180) <= 3


def test_no_rows_give_the_usual_columns() -> None:
    columns = learn_columns([])
    assert (columns.action, columns.dialogue, columns.cue) == (108, 180, 252)
    assert columns.dialogue_width is None


def test_enough_rows_of_dialogue_tell_its_width() -> None:
    many = [row(72 + 12 * i, 180, "x " * 15, page=i) for i in range(80)]
    assert learn_columns([*page(), *many]).dialogue_width == 30
