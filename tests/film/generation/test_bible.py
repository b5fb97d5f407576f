from dataclasses import replace

import pytest

from secondunit.core.errors import InputError
from secondunit.core.finding import Severity
from secondunit.core.ids import Digest
from secondunit.film.generation.bible import (
    BibleFacts,
    check_bible,
    describe,
    read_bible,
    references_for,
    usable,
)
from secondunit.film.rights.records.people import (
    Consent,
    ConsentKind,
    ConsentStatus,
    RightsHolder,
)
from secondunit.film.rights.records.register import Register

TEXT = """
source = "the production"
version = "1"
checked_on = "2026-11-25"

[[character]]
name = "MINA"
words = "a girl of nine, freckles"

[[character.reference]]
file = "mina-front.png"
sha256 = "aa"
owner = "holder-mina"
consent = "consent-1"

[[character.reference]]
file = "mina-coat.png"
sha256 = "bb"
owner = "holder-mina"
consent = "consent-1"
shows = "costume"
days = [2]

[[character.look]]
days = [2]
words = "a red oilskin coat"

[character.handles.comfyui]
name = "mina9"
lora = "mina9.safetensors"
strength = 0.8

[character.handles.runway]
references = ["mina-front.png"]

[[character]]
name = "DES"

[[character.reference]]
file = "des.png"
sha256 = "cc"
owner = "holder-des"
consent = "consent-2"
"""
CONSENT = Consent(
    id="consent-1",
    holder="holder-mina",
    kind=ConsentKind.EMPLOYMENT_REPLICA,
    projects=("toy",),
    starts="2026-01-01",
    ends="2027-12-31",
    status=ConsentStatus.ACTIVE,
)
REGISTER = Register(
    holders={"holder-mina": RightsHolder(id="holder-mina", name="Mina Player")},
    consents={"consent-1": CONSENT},
)


def facts(register: Register = REGISTER, **hashes: str) -> BibleFacts:
    files = {"mina-front.png": "aa", "mina-coat.png": "bb", **hashes}
    return BibleFacts(
        figures=("MINA", "JUDE"),
        register=register,
        title="toy",
        today="2026-11-25",
        hash_of=lambda file: Digest(files[file]) if file in files else None,
    )


def test_a_look_is_said_on_its_story_days_alone() -> None:
    bible = read_bible(TEXT)
    assert describe(bible, 2)[0].words == "a girl of nine, freckles, a red oilskin coat"
    assert describe(bible, 1)[0].words == "a girl of nine, freckles"
    assert describe(bible, None)[0].handles == {"comfyui": "mina9"}


def test_references_fit_the_day_and_the_provider_and_take_turns() -> None:
    bible = read_bible(TEXT)
    files = [each.file for each in references_for(bible, ("MINA", "DES"), 2, "comfyui")]
    assert files == ["mina-front.png", "des.png", "mina-coat.png"]
    assert [each.file for each in references_for(bible, ("MINA",), 2, "runway")] == [
        "mina-front.png"
    ]
    assert [each.file for each in references_for(bible, ("MINA",), 1, "comfyui")] == [
        "mina-front.png"
    ]


def test_a_reference_without_owner_consent_or_its_own_bytes_is_refused() -> None:
    found = {(each.rule, each.where) for each in check_bible(read_bible(TEXT), facts())}
    assert ("bible.no-file", "DES: des.png") in found
    assert ("bible.no-owner", "DES: des.png") in found
    assert ("bible.no-consent", "DES: des.png") in found
    assert ("bible.nobody", "DES") in found
    assert ("bible.left-out", "JUDE") in found
    reference = read_bible(TEXT).character[0].reference[0]
    assert usable(reference, facts())
    assert not usable(replace(reference, sha256=Digest("zz")), facts())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": ConsentStatus.REVOKED}, "is revoked"),
        ({"holder": "holder-des"}, "is holder-des's"),
        ({"projects": ("another",)}, "does not name this production"),
        ({"ends": "2026-11-24"}, "holds from 2026-01-01 to 2026-11-24"),
    ],
)
def test_a_consent_that_does_not_carry_a_reference_is_named(
    change: dict[str, object], said: str
) -> None:
    consent = replace(CONSENT, **change)  # type: ignore[arg-type]  # one field of the row
    register = replace(REGISTER, consents={"consent-1": consent})
    found = [
        each
        for each in check_bible(read_bible(TEXT), facts(register))
        if each.rule == "bible.consent"
    ]
    assert len(found) == 2
    assert said in found[0].message
    assert found[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[character]", "bible.toml"),
        ('[[character]]\nname = "A"\nconsnet = "x"', "no field “consnet”"),
        ('[[character]]\nname = "A"\n[[character]]\nname = "A"', "stands twice"),
        ("[[character]]\nname = 3", "bible.toml"),
        ('character = "MINA"', "bible.toml"),
    ],
)
def test_a_malformed_bible_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_bible(text)
