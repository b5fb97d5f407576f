import pytest

from secondunit.adapters.formats.uss.fields import Fields, spelling
from secondunit.core.errors import InputError


def test_a_field_of_the_wrong_type_is_named_with_its_place() -> None:
    fields = Fields({"name": 3, "pages": "one", "isDood": "yes", "days": {}}, "elements[2]")
    with pytest.raises(InputError, match=r"elements\[2\]\.name is 3, not a text"):
        fields.text("name")
    with pytest.raises(InputError, match=r"pages is 'one', not a number"):
        fields.number("pages")
    with pytest.raises(InputError, match="not true or false"):
        fields.truth("isDood", default=True)
    with pytest.raises(InputError, match="not a list"):
        fields.items("days")


def test_what_is_missing_or_null_is_nothing() -> None:
    fields = Fields({"name": None}, "")
    assert (fields.text("name"), fields.number("pages"), fields.items("days")) == ("", None, [])
    with pytest.raises(InputError, match="id is None"):
        fields.required("id")


def test_a_key_is_read_in_both_spellings_of_the_standard() -> None:
    assert spelling({"breakdownArrays": []}, "breakdownIds") == "breakdownArrays"
    assert spelling({}, "breakdownIds") == "breakdownIds"
