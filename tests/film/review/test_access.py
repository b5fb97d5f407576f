import pytest

from secondunit.adapters.tables import PackagedTables
from secondunit.core.errors import InputError
from secondunit.film.review.access import Permission, read_access
from secondunit.film.review.sign_off import read_matrix


def test_every_role_that_signs_may_see_what_it_signs() -> None:
    tables = PackagedTables()
    access = read_access(tables.fetch_table("access.toml"))
    for role in read_matrix(tables.fetch_table("sign_off.toml")).roles:
        assert {Permission.SEE, Permission.SCRIPT} <= access.permissions([role])


def test_roles_add_up_and_an_unknown_one_gives_nothing() -> None:
    access = read_access('[roles]\na = ["see"]\nb = ["money"]\n')
    assert access.permissions(["a", "b", "c"]) == {Permission.SEE, Permission.MONEY}


def test_a_permission_that_is_none_is_named() -> None:
    with pytest.raises(InputError, match="fly"):
        read_access('[roles]\na = ["fly"]\n')
