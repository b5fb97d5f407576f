"""Who may sign which decision."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from secondunit.core.errors import InputError, RoleMayNotSign


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRule:
    """Who signs one stage.

    Args:
        roles: Keys of the roles that may.
        required: True when delivery waits for every decision of the stage.
    """

    roles: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The sign-off matrix of a production.

    Args:
        roles: Title of each role by key.
        stages: Rule of each stage by key; a stage without one is not decided on.
    """

    roles: Mapping[str, str]
    stages: Mapping[str, StageRule]

    def is_decided(self, stage: str) -> bool:
        """True when people decide on the items of that stage."""
        return stage in self.stages

    def required_stages(self) -> tuple[str, ...]:
        """Stages that delivery waits for, in the order of the file."""
        return tuple(key for key, rule in self.stages.items() if rule.required)


def read_matrix(text: str) -> Matrix:
    """Read ``sign_off.toml``.

    Raises:
        InputError: It is no TOML, a field is missing, or a stage names an unknown role.
    """
    try:
        data = tomllib.loads(text)
        matrix = msgspec.convert(
            {"roles": data.get("roles"), "stages": data.get("stages")}, type=Matrix
        )
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InputError(
            f"sign_off.toml: {error}", remedy="Compare it with the file that ships."
        ) from error
    for stage, rule in matrix.stages.items():
        for role in rule.roles:
            if role not in matrix.roles:
                raise InputError(
                    f"sign_off.toml: stage {stage} names the unknown role “{role}”",
                    remedy=f"Use one of {', '.join(matrix.roles)}, or add it under [roles].",
                )
    return matrix


def require_role(matrix: Matrix, stage: str, role: str) -> None:
    """Let the role sign that stage, or say who does.

    Raises:
        InputError: There is no such role.
        RoleMayNotSign: The role exists but does not sign this stage.
    """
    if role not in matrix.roles:
        raise InputError(
            f"there is no role “{role}”", remedy=f"Use one of {', '.join(matrix.roles)}."
        )
    rule = matrix.stages.get(stage)
    if rule is None or role not in rule.roles:
        signers = ", ".join(rule.roles) if rule else "nobody"
        raise RoleMayNotSign(
            f"a {matrix.roles[role]} does not sign {stage}", remedy=f"Signed by: {signers}."
        )
