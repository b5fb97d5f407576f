from tests.film.breakdown.test_tag import LEXICON, inputs

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId, SceneId
from secondunit.film.breakdown.casting.timeline import Said, follow_ages, moments
from secondunit.film.breakdown.lexicon import Ages
from secondunit.film.screenplay.model import Scene


def scenes(*headings: str) -> tuple[Scene, ...]:
    text = "\n\n".join(f"{heading}\n\nRain." for heading in headings)
    return inputs(text.encode()).screenplay.shot_scenes


def follow(story: tuple[Scene, ...], stated: dict[int, int], *, lasts: bool = True) -> list[int]:
    """Ages by scene of one who plays in all of them."""
    said = {
        story[at].id: Said(age=age, span=_span(story[at].id), lasts=lasts or age > 17)
        for at, age in stated.items()
    }
    playing = frozenset(scene.id for scene in story)
    found = follow_ages(story, {"TAM": said}, {"TAM": playing}, LEXICON.ages)
    return [found[s.id, "TAM"].age if (s.id, "TAM") in found else -1 for s in story]


def _span(scene: SceneId) -> ScriptSpan:
    return ScriptSpan(scene=scene, line=LineId("l"), start=0, end=3, quote="TAM")


def test_an_age_holds_until_another_is_stated() -> None:
    story = scenes("INT. A - DAY", "INT. B - DAY", "INT. C - DAY", "INT. D - DAY")
    assert follow(story, {0: 9, 2: 30}) == [9, 9, 30, 30]


def test_before_the_first_age_nothing_is_known() -> None:
    assert follow(scenes("INT. A - DAY", "INT. B - DAY"), {1: 9}) == [-1, 9]


def test_a_younger_age_is_a_look_back_that_a_present_ends() -> None:
    story = scenes("INT. A - DAY", "INT. B - DAY", "INT. C - DAY", "INT. D - DAY (PRESENT)")
    assert follow(story, {0: 40, 1: 9}) == [40, 9, 9, 40]


def test_a_look_back_that_its_heading_says_ends_with_the_last_heading_that_says_so() -> None:
    story = scenes("INT. A - DAY", "INT. B - DAY (FLASHBACK)", "INT. C - DAY")
    assert follow(story, {0: 40, 1: 9}) == [40, 9, 40]


def test_a_word_for_an_age_tells_of_its_own_scene_only() -> None:
    story = scenes("INT. A - DAY", "INT. B - DAY", "INT. C - DAY")
    assert follow(story, {0: 40, 1: 9}, lasts=False) == [40, 9, 40]


def test_the_same_set_at_once_after_is_at_the_same_time() -> None:
    story = scenes("EXT. GATE - NIGHT", "INT. BATH - DAY", "EXT. GATE - NIGHT", "INT. BAR - DAY")
    assert follow(story, {0: 12, 1: 20}) == [12, 20, 12, 20]


def test_a_scene_tells_its_year_and_whether_it_ends_a_look_back() -> None:
    told = moments(scenes("INT. A - DAY (1973)", "INT. B - DAY [PRESENT]"), LEXICON.ages)
    assert [(each.year, each.breaks) for each in told] == [(1973, False), (None, True)]


def test_without_bands_nobody_has_an_age() -> None:
    story = scenes("INT. A - DAY")
    said = {"TAM": {story[0].id: Said(age=9, span=_span(story[0].id))}}
    assert follow_ages(story, said, {}, Ages()) == {}
