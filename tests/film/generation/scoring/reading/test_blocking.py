from tests.film.generation.scoring.builder import (
    BOTH,
    DES,
    MINA,
    PARTS,
    WIDTH,
    Person,
    frame_of,
    take_of,
)

from secondunit.film.generation.scoring.expected import Picture
from secondunit.film.generation.scoring.reading.blocking import (
    Presence,
    Stranger,
    presences,
    strangers,
)
from secondunit.film.generation.scoring.reading.framing import lay, outlines
from secondunit.film.generation.scoring.reading.lines import distances, edges
from secondunit.film.generation.scoring.reading.surfaces import compare, read_asked


def read(picture: Picture) -> tuple[tuple[Presence, ...], tuple[Stranger, ...]]:
    frame = frame_of()
    found, lines = compare(read_asked(frame, PARTS), picture), outlines(frame)
    fit = lay(lines, distances(edges(picture)), WIDTH)
    return presences(found, lines, fit), strangers(found)


def test_everybody_who_is_there_has_their_own_colours_and_outline() -> None:
    there, others = read(take_of())
    assert [each.figure for each in there] == [0, 1]
    assert max(each.background for each in there) < 0.1
    assert max(each.lines for each in there) < 2
    assert others == ()


def test_who_is_missing_shows_the_colours_of_the_set() -> None:
    there, _ = read(take_of((MINA,)))
    assert there[1].background > 0.8
    assert there[0].background < 0.1
    assert there[1].lines > there[0].lines + 2


def test_somebody_too_many_is_found_with_their_box() -> None:
    extra = Person(figure=1, x=210, torso=(120, 30, 150), legs=(20, 100, 110))
    _, others = read(take_of((*BOTH, extra)))
    best = others[0]
    left, top, right, bottom = (2 * edge for edge in best.box)
    assert left <= 205 <= right
    assert bottom - top > 100
    assert best.varied > 0.05
    assert DES.x > right
