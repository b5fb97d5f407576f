from tests.film.breakdown.test_tag import LEXICON, inputs

from secondunit.film.breakdown.cast import character_names, find_parts
from secondunit.film.breakdown.casting.said import forms_of
from secondunit.film.breakdown.casting.statements import form_ages, read_statements, said_by_scene

TEXT = b"""INT. HOUSE - DAY

TAM (40) waits. Tam, now 41, sits.

TAM
No.

INT. CAVE - DAY

Little Tam hides. Tam (4) looks out.

YOUNG TAM
No.
"""


def test_a_number_outranks_a_word_and_the_first_number_stands() -> None:
    script = inputs(TEXT).screenplay
    stated = read_statements(script, character_names(script, LEXICON), LEXICON)["TAM"]
    assert [stated[scene.id][0].age for scene in script.scenes] == [40, 4]


def test_a_young_form_is_as_old_as_the_child_that_the_script_states() -> None:
    script = inputs(TEXT).screenplay
    names = character_names(script, LEXICON)
    stated = read_statements(script, names, LEXICON)
    assert form_ages(forms_of(names, LEXICON.ages), stated, LEXICON.ages) == {"YOUNG TAM": 4}


def test_a_form_that_is_seen_states_its_age_of_the_character() -> None:
    script = inputs(b"INT. A - DAY\n\nTEENAGE TAM\nNo.\n\nINT. B - DAY\n\nTAM\nYes.\n").screenplay
    names = character_names(script, LEXICON)
    forms = forms_of(names, LEXICON.ages)
    years = form_ages(forms, {}, LEXICON.ages)
    parts = {part.name: {part.scene: part} for part in find_parts(script, LEXICON)}
    said = said_by_scene({}, forms, years, parts, LEXICON.ages)["TAM"]
    assert [each.age for each in said.values()] == [15]
    assert not said[script.scenes[0].id].lasts
