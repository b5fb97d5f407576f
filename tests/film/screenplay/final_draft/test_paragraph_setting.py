from secondunit.film.screenplay.final_draft.paragraph_setting import set_paragraph
from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.model import LineKind


def test_what_the_paragraph_says_wins_over_its_type() -> None:
    element = Style(space_before=2.0, left=2.0, right=6.0, spacing=2.0, opens_page=True)
    found = set_paragraph("Action", Style(space_before=0.0), element, has_scenes=True)
    assert (found.space_before, found.left, found.spacing) == (0.0, 2.0, 2.0)
    assert found.opens_page
    closed = set_paragraph("Action", Style(opens_page=False), element, has_scenes=True)
    assert not closed.opens_page


def test_what_is_usual_is_not_said() -> None:
    element = Style(space_before=1.0, left=1.5, right=7.5)
    found = set_paragraph("Action", Style(), element, has_scenes=True)
    assert (found.space_before, found.width, found.left, found.type_name) == (None, None, None, "")


def test_a_centred_action_and_an_unknown_type_say_how_they_came_to_their_kind() -> None:
    centred = set_paragraph("Action", Style(is_centered=True), Style(), has_scenes=True)
    assert (centred.kind, centred.rule) == (LineKind.CENTERED, "fdx.alignment")
    odd = set_paragraph("Tally", Style(), Style(), has_scenes=True)
    assert (odd.kind, odd.confidence, odd.type_name) == (LineKind.GENERAL, 0.5, "Tally")
    assert set_paragraph("End Of Act", Style(), Style(), has_scenes=True).closes
