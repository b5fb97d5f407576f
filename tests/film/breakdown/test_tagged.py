from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.core.evidence import ScriptSpan
from secondunit.film.breakdown.categories import FILE, read_categories
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tagged import Tagged, put_tags, read_tags
from secondunit.film.screenplay.model import Screenplay

TABLE = read_categories(PackagedTables().fetch_table(FILE))
TEXT = b"INT. CELLAR - DAY\n\nMina lights an oil lamp and a candle.\n"


def script() -> Screenplay:
    found = FORMAT.read(TEXT, "cellar.fountain").screenplay
    assert found is not None
    return found


def tagged(category: Category, name: str, words: str) -> Tagged:
    scene = script().scenes[0]
    line = scene.lines[-1]
    start = line.text.index(words)
    return Tagged(
        element=Element(scene=scene.id, category=category, name=name),
        span=ScriptSpan(
            scene=scene.id, line=line.id, start=start, end=start + len(words), quote=words
        ),
    )


LAMP = tagged(Category.PROPS, "oil lamp", "oil lamp")
LIGHT = tagged(Category.SPECIAL_EFFECTS, "practical light", "lamp")
CANDLE = tagged(Category.PROPS, "candle", "candle")


def names(found: tuple[Tagged, ...]) -> list[tuple[str, str, str]]:
    return [
        (each.element.category.value, each.element.name, each.span.quote if each.span else "")
        for each in found
    ]


def test_tagged_words_read_back_as_the_same_elements_through_a_final_draft_file() -> None:
    with_tags, left = put_tags(script(), [LAMP, CANDLE], TABLE)
    assert left == ()
    again = FDX.read(FDX.write(with_tags).data, "cellar.fdx").screenplay
    assert again is not None
    assert names(read_tags(again, TABLE)) == [
        ("props", "oil lamp", "oil lamp"),
        ("props", "candle", "candle"),
    ]


def test_words_that_two_elements_share_carry_one_tag_of_both() -> None:
    with_tags, _ = put_tags(script(), [LAMP, LIGHT], TABLE)
    assert names(read_tags(with_tags, TABLE)) == [
        ("props", "oil lamp", "oil "),
        ("props", "oil lamp", "lamp"),
        ("special-effects", "practical light", "lamp"),
    ]


def test_what_is_tagged_already_stays_as_it_is() -> None:
    once, _ = put_tags(script(), [LAMP], TABLE)
    assert put_tags(once, [LAMP], TABLE)[0] == once
    twice, _ = put_tags(once, [LAMP, CANDLE], TABLE)
    assert once.data is not None
    assert twice.data is not None
    assert twice.data.tags[:1] == once.data.tags
    assert len(twice.data.categories) == 1


def test_what_no_words_ask_for_is_left_and_named() -> None:
    wrangler = Tagged(
        element=Element(
            scene=script().scenes[0].id, category=Category.ANIMAL_WRANGLER, name="wrangler"
        ),
        span=None,
    )
    same, left = put_tags(script(), [wrangler], TABLE)
    assert (same, left) == (script(), (wrangler,))


def test_a_script_without_tags_has_none() -> None:
    assert read_tags(script(), TABLE) == ()
