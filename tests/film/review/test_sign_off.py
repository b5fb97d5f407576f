import pytest

from secondunit.core.errors import InputError, RoleMayNotSign
from secondunit.film.review.sign_off import read_matrix, require_role

TEXT = """
[roles]
director = "Director"
editor = "Editor"

[stages."cut.assemble"]
roles = ["editor"]
required = true

[stages."shots.shot_list"]
roles = ["director"]
required = false
"""


def test_the_matrix_says_who_signs_and_what_delivery_waits_for() -> None:
    matrix = read_matrix(TEXT)
    assert matrix.required_stages() == ("cut.assemble",)
    assert matrix.is_decided("shots.shot_list")
    assert not matrix.is_decided("shots.board")
    require_role(matrix, "cut.assemble", "editor")


def test_a_role_that_does_not_sign_is_told_who_does() -> None:
    with pytest.raises(RoleMayNotSign) as caught:
        require_role(read_matrix(TEXT), "cut.assemble", "director")
    assert caught.value.remedy == "Signed by: editor."


def test_a_stage_without_a_rule_is_signed_by_nobody() -> None:
    with pytest.raises(RoleMayNotSign):
        require_role(read_matrix(TEXT), "shots.board", "director")


def test_a_program_has_no_role() -> None:
    with pytest.raises(InputError, match="no role “assistant”"):
        require_role(read_matrix(TEXT), "cut.assemble", "assistant")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("roles = [", "sign_off.toml"),
        ("[roles]\na = 'A'\n", "stages"),
        (TEXT.replace('roles = ["editor"]', 'roles = ["gaffer"]'), "gaffer"),
        (TEXT.replace("required = true", "required = 'yes'"), "required"),
    ],
)
def test_a_broken_matrix_names_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_matrix(text)
