from dataclasses import replace

from tests.film.shots.builder import make_inputs

from secondunit.core.ids import ItemId, LineId
from secondunit.core.proposal import Item
from secondunit.film.screenplay.model import Screenplay
from secondunit.film.shots.exchange.adopt import added_item
from secondunit.film.shots.model import ShotSpec, Size
from secondunit.film.shots.shot_list import STAGE


def propose(
    *,
    revised: bool = False,
    added: tuple[Item[ShotSpec], ...] = (),
    locked: tuple[ShotSpec, ...] = (),
) -> tuple[Item[ShotSpec], ...]:
    """The late ferry's shots, its last line of dialogue revised or not."""
    inputs = make_inputs()
    script = revise(inputs.screenplay) if revised else inputs.screenplay
    inputs = replace(inputs, screenplay=script, added=added, locked=locked)
    return STAGE.propose(inputs, ()).items


def revise(script: Screenplay) -> Screenplay:
    last = script.scenes[1]
    lines = tuple(
        replace(line, id=LineId("line-new"), text="He only pretends.")
        if "pretending" in line.text
        else line
        for line in last.lines
    )
    return replace(script, scenes=(script.scenes[0], replace(last, lines=lines)))


def find(items: tuple[Item[ShotSpec], ...], words: str) -> Item[ShotSpec]:
    return next(item for item in items if words in item.fact.dialogue + item.fact.action)


def test_what_a_person_locked_is_not_proposed_again_when_the_line_changes() -> None:
    shot = find(propose(), "asleep?").fact
    fixed = replace(
        shot, size=Size.FULL, duration=type(shot.duration)(240), locks=("size", "duration")
    )
    new = find(propose(revised=True, locked=(fixed,)), "asleep?")
    assert new.fact.id != shot.id
    assert (new.fact.size, new.fact.duration) == (Size.FULL, 240)
    assert new.fact.locks == ("size", "duration")
    assert new.former == (ItemId(shot.id),)
    assert new.evidence[-1].ref == shot.id


def test_a_locked_size_brings_its_own_camera() -> None:
    shot = find(propose(), "asleep?").fact
    fixed = replace(shot, size=Size.FULL, locks=("size",))
    assert (
        find(propose(revised=True, locked=(fixed,)), "asleep?").fact.camera
        != find(propose(revised=True), "asleep?").fact.camera
    )


def test_a_shot_whose_lines_stand_is_proposed_as_ever() -> None:
    shot = find(propose(), "asleep?").fact
    fixed = replace(shot, size=Size.FULL, locks=("size",))
    assert propose(locked=(fixed,)) == propose()


def test_a_shot_of_somebodys_own_comes_after_the_shot_of_its_line() -> None:
    shot = find(propose(), "asleep?").fact
    own = added_item(replace(shot, id=type(shot.id)("shot-own"), number="2Z"), "Kim", "mine")
    items = propose(added=(own,))
    numbers = [item.fact.number for item in items]
    assert numbers[numbers.index(shot.number) + 1] == "2Z"
    assert items[numbers.index("2Z")].digest == own.digest


def test_a_shot_none_of_whose_lines_is_left_goes() -> None:
    shot = find(propose(), "asleep?").fact
    own = added_item(replace(shot, id=type(shot.id)("shot-own"), covers=()), "Kim", "mine")
    assert propose(added=(own,)) == propose()
