"""The group ``secondunit rights``, whose commands are read only when one of them is meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

if TYPE_CHECKING:
    from secondunit.entrypoints.cli.rights.commands import Explained

Coded = Callable[[Callable[..., int]], Callable[..., None]]
"""Turns the number that a command returns into the exit code."""


def rights_group(coded: Coded) -> typer.Typer:
    """The group, empty until it is used: its forty options a part would slow every other command.

    Args:
        coded: How a command's number becomes the exit code.
    """

    class LateGroup(TyperGroup):
        """Reads its commands when they are first asked for."""

        def list_commands(self, ctx: Any) -> list[str]:
            """Names of the commands."""
            self._read()
            return super().list_commands(ctx)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            """One command by its name."""
            self._read()
            return super().get_command(ctx, cmd_name)

        def _read(self) -> None:
            if not self.commands:
                self.commands = typer.main.get_command(_filled(coded)).commands  # type: ignore[attr-defined]  # a group's

    return typer.Typer(no_args_is_help=True, rich_markup_mode="markdown", cls=LateGroup)


def _filled(coded: Coded) -> typer.Typer:
    from secondunit.entrypoints.cli.rights.commands import COMMANDS, PARTS

    group = _grouped(COMMANDS, coded)
    for part, (about, verbs) in PARTS.items():
        group.add_typer(_grouped(verbs, coded), name=part, help=about)
    return group


def _grouped(commands: dict[str, Explained], coded: Coded) -> typer.Typer:
    group = typer.Typer(no_args_is_help=True, rich_markup_mode="markdown")
    for verb, (command, examples) in commands.items():
        group.command(verb, epilog=examples)(coded(command))
    return group
