import pytest

from secondunit.core.errors import NotFound
from secondunit.pipeline.queries import View
from secondunit.pipeline.screens.lane import Filter, lane

TAG = "breakdown.tag"


def test_items_stand_by_scene_in_script_order_with_their_words(production: View) -> None:
    shown = lane(production, TAG, Filter())
    numbers = [group.scene for group in shown.groups]
    assert numbers == sorted(numbers, key=[n for n, _ in shown.scenes].index)
    quoted = [item for group in shown.groups for item in group.items if item.quotes]
    assert quoted
    for item in quoted:
        assert all(quote.words for quote in item.quotes)


def test_every_filter_narrows_what_is_found(production: View) -> None:
    everything = lane(production, TAG, Filter(state="all"))
    scene, category = everything.scenes[0][0], everything.categories[0]
    one = lane(production, TAG, Filter(state="all", scene=scene))
    assert {group.scene for group in one.groups} == {scene}
    of = lane(production, TAG, Filter(state="all", category=category[0]))
    assert of.found == category[1]
    assert lane(production, TAG, Filter(state="rejected")).found == 0
    assert lane(production, TAG, Filter(words="no such words")).found == 0


def test_a_page_past_the_last_is_the_last(production: View) -> None:
    shown = lane(production, TAG, Filter(page=999))
    assert shown.page == shown.pages


def test_a_stage_that_is_none_is_named(production: View) -> None:
    with pytest.raises(NotFound, match="no stage cooking"):
        lane(production, "cooking", Filter())
