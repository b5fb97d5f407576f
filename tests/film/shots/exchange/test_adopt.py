from tests.film.shots.builder import list_shots, tables
from tests.film.shots.exchange.lists import compare, edited, exported, stage

from secondunit.core.finding import blocking
from secondunit.film.shots.exchange.adopt import AdoptedList, added_item, adopt_list
from secondunit.film.shots.model import Framing


def adopt(rows: list[tuple[str, ...]]) -> AdoptedList:
    return adopt_list(compare(rows), list_shots(), stage(), tables())


def test_another_size_moves_the_camera_and_another_length_does_not() -> None:
    ((before, made),) = adopt(edited("1B", size="CU")).amended
    assert made.camera != before.camera
    ((before, made),) = adopt(edited("1B", seconds="4")).amended
    assert made.camera == before.camera
    assert made.duration != before.duration


def test_a_subject_who_is_not_in_the_set_is_a_finding_and_nothing_is_made() -> None:
    adopted = adopt(edited("1B", subjects="PIP"))
    assert adopted.amended == ()
    (finding,) = blocking(adopted.findings)
    assert "column subjects" in finding.where
    assert "PIP is not in the set" in finding.message


def test_a_framing_no_camera_can_make_is_refused_and_not_made_another_one() -> None:
    adopted = adopt(edited("1B", framing="over-shoulder", subjects="ADA"))
    assert blocking(adopted.findings)


def test_a_new_row_is_a_shot_on_the_lines_and_marks_of_the_one_it_follows() -> None:
    new = ("", "1", "1Z", "", "CU", "", "", "85", "", "ADA", "She smiles.", "2", *[""] * 5)
    rows = exported()
    at = next(n for n, row in enumerate(rows) if row[2] == "1B") + 1
    (shot,) = adopt([*rows[:at], new, *rows[at:]]).added
    after = next(shot for shot in list_shots() if shot.number == "1B")
    assert (shot.covers, shot.marks) == (after.covers, after.marks)
    assert (shot.framing, shot.number, shot.duration) == (Framing.SINGLE, "1Z", 48)
    assert shot.id not in {each.id for each in list_shots()}


def test_a_persons_own_shot_cites_the_person() -> None:
    item = added_item(list_shots()[0], "Kim Oduya", "after the recce")
    (evidence,) = item.evidence
    assert (evidence.ref, evidence.rule) == ("Kim Oduya", "after the recce")


def test_a_new_shot_beside_its_twin_is_taken_from_another_angle() -> None:
    rows = exported()
    twin = next(row for row in rows if row[2] == "1B")
    again = ("", "1", "1Z", *twin[3:])
    at = rows.index(twin) + 1
    adopted = adopt([*rows[:at], again, *rows[at:]])
    before = next(shot for shot in list_shots() if shot.number == "1B")
    assert adopted.added[0].camera[0].eye != before.camera[0].eye
    assert "shots.jump-cut" not in {finding.rule for finding in adopted.findings}
