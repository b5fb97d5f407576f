import pytest
from tests.adapters.formats.uss.plans import PLAN

from secondunit.adapters.formats.fountain import FORMAT
from secondunit.bootstrap.plans import read_plan, require_suffix, write_plan, write_tagged
from secondunit.core.errors import InputError


def test_a_plan_comes_in_and_goes_out_the_same() -> None:
    assert write_plan(read_plan(PLAN, "harbour.uss"), PLAN) == PLAN


def test_a_tagged_script_of_another_format_is_written_as_final_draft() -> None:
    text = b"INT. CELLAR - DAY\n\nMina waits.\n"
    script = FORMAT.read(text, "cellar.fountain").screenplay
    assert script is not None
    assert b"<FinalDraft" in write_tagged(script, text).data


def test_a_suffix_that_no_breakdown_travels_in_is_refused_with_those_it_does() -> None:
    require_suffix(".uss")
    with pytest.raises(InputError, match=r"does not travel as “\.doc”") as caught:
        require_suffix(".doc")
    assert ".uss" in caught.value.remedy
