from dataclasses import replace
from pathlib import Path

import pytest

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.tagger import answer_tokens
from secondunit.core.evidence import EvidenceKind, ScriptSpan
from secondunit.core.money import FREE
from secondunit.core.proposal import Item
from secondunit.core.stage import Answer
from secondunit.film.breakdown.categories import FILE, read_categories
from secondunit.film.breakdown.language import language_of
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.breakdown.tag import STAGE, TagInputs
from secondunit.film.breakdown.tagged import Tagged, put_tags
from secondunit.film.breakdown.word_files import read_lexicon

EXAMPLE = Path(__file__).parents[3] / "examples" / "right-ear-home.fountain"


def lexicon(language: str = "en") -> Lexicon:
    return read_lexicon(language, PackagedTables().fetch_table)


LEXICON = lexicon()
FRENCH = lexicon("fr")


def inputs(text: bytes) -> TagInputs:
    script = FORMAT.read(text, "t.fountain").screenplay
    assert script is not None
    return TagInputs(screenplay=script, lexicon=FRENCH if language_of(script) == "fr" else LEXICON)


def tag(text: bytes) -> tuple[Item[Element], ...]:
    return propose(inputs(text))


def propose(given: TagInputs) -> tuple[Item[Element], ...]:
    answers = [
        Answer(
            ask=ask.digest,
            body=answer_tokens(ask.body),
            media=(),
            provider="tagger",
            version="1",
            cost=FREE,
            milliseconds=1,
        )
        for ask in STAGE.plan(given)
    ]
    return STAGE.propose(given, answers).items


def found(action: str, heading: str = "INT. CELLAR - DAY") -> dict[str, set[str]]:
    """Names by category of what one line of action asks for."""
    result: dict[str, set[str]] = {}
    for item in tag(f"{heading}\n\n{action}\n\nWREN\nNo.\n".encode()):
        result.setdefault(item.fact.category.value, set()).add(item.fact.name)
    return result


WORKED = tag(EXAMPLE.read_bytes())


def test_every_item_quotes_the_exact_words_that_ask_for_it() -> None:
    script = inputs(EXAMPLE.read_bytes()).screenplay
    lines = {line.id: line.text for scene in script.scenes for line in scene.lines}
    spans = [e.span for item in WORKED for e in item.evidence if e.span is not None]
    assert len(spans) > 300
    assert all(lines[span.line][span.start : span.end] == span.quote for span in spans)


def test_ids_are_unique_and_do_not_depend_on_the_other_scenes() -> None:
    assert len({item.id for item in WORKED}) == len(WORKED)
    one = {item.id for item in tag(b"INT. B - DAY\n\nA lantern.\n")}
    two = {item.id for item in tag(b"INT. A - DAY\n\nA rope.\n\nINT. B - DAY\n\nA lantern.\n")}
    assert one < two


def test_the_worked_production_has_its_cast_and_its_one_minor() -> None:
    cast = {item.fact.name for item in WORKED if item.fact.category is Category.CAST}
    assert cast == {"MINA", "DES", "OREN", "JUDE", "MRS. TULL"}
    minors = {item.fact.name for item in WORKED if item.fact.minor and item.fact.name in cast}
    assert minors == {"MINA"}


def test_a_character_who_is_named_and_does_not_speak_is_in_the_scene() -> None:
    items = tag(b"INT. A - DAY\n\nWREN\nNo.\n\nINT. B - DAY\n\nWren waits.\n")
    silent = [i for i in items if i.fact.category is Category.CAST and i.label.startswith("Sc. 2")]
    assert [item.fact.name for item in silent] == ["WREN"]
    assert silent[0].confidence == 0.85


@pytest.mark.parametrize(
    ("action", "category", "name"),
    [
        ("She lifts a rusty lantern off the wall.", "props", "lantern"),
        ("He wears an apron that says CHEF.", "wardrobe", "apron"),
        ("A motorcycle coughs and dies.", "vehicles", "motorcycle"),
        ("A fat goose follows them.", "animals", "goose"),
        ("He leaps from the wall.", "stunts", "leap"),
        ("Smoke rolls under the door.", "special-effects", "smoke"),
        ("Blood runs down her sleeve.", "makeup-hair", "blood"),
        ("An accordion plays somewhere.", "music", "accordion"),
        ("The shape vanishes.", "visual-effects", "vanishes"),
        ("A mobile crane swings a siren up.", "special-equipment", "crane"),
    ],
)
def test_each_category_is_found(action: str, category: str, name: str) -> None:
    assert name in found(action).get(category, set())


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("That wiring is a dog's breakfast.", "dog"),
        ("He gets cold feet.", "foot"),
        ("Hold your horses.", "horse"),
        ("Spill the beans.", "bean"),
        ("Silence falls. Her face falls.", "fall"),
        ("She lets the cat out of the bag.", "cat"),
    ],
)
def test_an_idiom_is_not_taken_at_its_word(action: str, name: str) -> None:
    names = {each for names in found(action).values() for each in names}
    assert name not in names


def test_what_is_only_spoken_of_is_not_there() -> None:
    items = tag(b"INT. A - DAY\n\nNobody.\n\nWREN\nBring the shotgun and the horse.\n")
    assert {item.fact.category for item in items} == {
        Category.CAST,
        Category.SET,
        Category.LOCATION,
    }


def test_number_words_count_the_background() -> None:
    items = tag(b"EXT. YARD - DAY\n\nSix riggers lean on the lines. Two dozen islanders wait.\n")
    counts = {i.fact.name: i.fact.quantity for i in items if i.fact.category is Category.BACKGROUND}
    assert counts["rigger"] == 6
    assert counts["islander"] >= 12


def test_a_need_brings_what_the_trade_asks_for_with_its_rule() -> None:
    items = tag(b"EXT. FIELD - DAY\n\nA dog barks. TAM (8) points a pistol.\n\nTAM\nNo.\n")
    implied = {item.fact.name: item for item in items if item.fact.implied}
    assert set(implied) == {"animal wrangler", "armourer", "studio teacher"}
    assert all(i.evidence[0].kind is EvidenceKind.RULE for i in implied.values())


def test_driving_dialogue_needs_a_process_trailer_and_a_parked_van_does_not() -> None:
    assert "process trailer" in found("They drive.", "INT. VAN - DAY").get(
        "special-equipment", set()
    )
    assert "process trailer" not in found("A van stands.").get("special-equipment", set())


def test_a_scene_that_did_not_change_asks_the_same_question() -> None:
    one = STAGE.plan(inputs(b"INT. A - DAY\n\nDust.\n\nINT. B - DAY\n\nA rope.\n"))
    two = STAGE.plan(inputs(b"INT. A - DAY\n\nAsh.\n\nINT. B - DAY\n\nA rope.\n"))
    assert one[0].digest != two[0].digest
    assert one[1].digest == two[1].digest


def test_what_a_person_tagged_in_the_file_stands_instead_of_what_was_found_there() -> None:
    given = inputs(b"INT. CELLAR - DAY\n\nMina lights an old lantern.\n")
    scene = given.screenplay.scenes[0]
    table = read_categories(PackagedTables().fetch_table(FILE))
    words = ScriptSpan(
        scene=scene.id, line=scene.lines[-1].id, start=15, end=26, quote="old lantern"
    )
    storm_lamp = Element(scene=scene.id, category=Category.PROPS, name="storm lamp")
    script, _ = put_tags(given.screenplay, [Tagged(element=storm_lamp, span=words)], table)
    with_tags = replace(given, screenplay=script, categories=table)
    items = propose(with_tags)
    props = {i.fact.name: i for i in items if i.fact.category is Category.PROPS}
    assert set(props) == {"storm lamp"}
    assert props["storm lamp"].confidence == 1.0
    assert props["storm lamp"].evidence[0].rule == "tagged in the file"
