import pytest
from tests.film.breakdown.test_tag import FRENCH, LEXICON

from secondunit.film.breakdown.cast import mention_patterns
from secondunit.film.breakdown.casting.said import AgeReader, forms_of, years_passed
from secondunit.film.breakdown.lexicon import Lexicon


def ages(text: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, int | None, str]]:
    reader = AgeReader(mention_patterns(("TAM", "WREN"), lexicon), lexicon)
    return [(s.name, s.age, text[s.start : s.end]) for s in reader.read(text)]


@pytest.mark.parametrize(
    ("text", "age", "quote"),
    [
        ("TAM (9) waits.", 9, "TAM (9"),
        ("TAM, early 40s, waits.", 45, "TAM, early 40s"),
        ("TAM, now 17 with braces, waits.", 17, "TAM, now 17"),
        ("A six-year-old Tam waits.", 6, "six-year-old Tam"),
        ("Tam, a man in his sixties, waits.", 65, "Tam, a man in his sixties"),
        ("A woman in her 50's waits. Her name is Tam.", 55, "50's waits. Her name is Tam"),
    ],
)
def test_an_age_is_read_with_its_exact_words(text: str, age: int, quote: str) -> None:
    assert ages(text) == [("TAM", age, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "TAM is 10 metres away.",
        "TAM takes 9 coins.",
        "Tam looks at Wren's 12 dogs.",
        "TAM waits. Scene 9.",
    ],
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert ages(text) == []


def test_an_age_belongs_to_the_name_it_stands_with() -> None:
    assert ages("Tam watches Wren, a girl in her teens.") == [
        ("WREN", 15, "Wren, a girl in her teens")
    ]


def test_french_ages_are_read() -> None:
    assert ages("TAM, 9 ans, attend.", FRENCH)[0][:2] == ("TAM", 9)
    assert ages("TAM, âgé de 12 ans, attend.", FRENCH)[0][:2] == ("TAM", 12)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("TEN YEARS LATER", 10),
        ("Super: 20 years earlier", -20),
        ("A few years later, and Tam waits.", 3),
        ("Years later.", 15),
        ("He says that ten years later nobody knew.", 0),
        ("Two hours later.", 0),
    ],
)
def test_a_caption_says_how_many_years_have_passed(text: str, years: int) -> None:
    assert years_passed(text, LEXICON.ages) == years


def test_a_name_that_says_an_age_is_the_character_whose_name_it_holds() -> None:
    forms = forms_of(("TAM", "YOUNG TAM", "GROWN-UP TAM", "LITTLE BRAVE"), LEXICON.ages)
    told = {form: (base, band.word) for form, (base, band) in forms.items()}
    assert told == {"YOUNG TAM": ("TAM", "YOUNG"), "GROWN-UP TAM": ("TAM", "ADULT")}
