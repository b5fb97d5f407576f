"""Who may see and do what in a title."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from secondunit.core.errors import InputError

FILE = "access.toml"


class Permission(StrEnum):
    """One thing that a role may do in a title."""

    SEE = "see"
    SCRIPT = "script"
    MONEY = "money"
    PLAN = "plan"
    SPEND = "spend"
    PEOPLE = "people"
    RIGHTS = "rights"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What each role may do.

    Args:
        roles: Permissions by key of the role.
        titles: What roles are called that sign nothing.
    """

    roles: Mapping[str, tuple[Permission, ...]]
    titles: Mapping[str, str]

    def permissions(self, roles: Iterable[str]) -> frozenset[Permission]:
        """What somebody may do who has these roles; a role that nobody knows gives nothing."""
        return frozenset(each for role in roles for each in self.roles.get(role, ()))


def read_access(text: str) -> Access:
    """Read ``access.toml``.

    Raises:
        InputError: It is no TOML, a field is missing, or a permission is none.
    """
    try:
        data = tomllib.loads(text)
        return msgspec.convert(
            {"roles": data.get("roles"), "titles": data.get("titles", {})}, type=Access
        )
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"{FILE}: {error}", remedy="Compare it with the file that ships."
        ) from error
