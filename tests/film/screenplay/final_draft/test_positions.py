from secondunit.film.screenplay.final_draft.positions import DUAL, Positions


def test_a_position_counts_every_paragraph_and_its_end() -> None:
    positions = Positions([3, 0, 2])
    assert [positions.find(at) for at in (0, 3, 4, 5, 7, 99)] == [
        (0, 0),
        (0, 3),
        (1, 0),
        (2, 0),
        (2, 2),
        (2, 2),
    ]
    assert positions.end == 8
    assert Positions([]).find(5) == (-1, 0)


def test_what_is_said_in_a_dual_dialogue_does_not_count() -> None:
    positions = Positions([1, DUAL - 1, None, None, 4])
    assert positions.start_of(4) == 2 + DUAL
    assert positions.start_of(2) == positions.start_of(1) == 2
    assert positions.find(2 + DUAL + 1) == (4, 1)
    assert positions.length_of(4) == 4
