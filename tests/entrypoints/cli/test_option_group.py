from dataclasses import dataclass, field
from typing import Annotated

import typer
from typer.testing import CliRunner

from secondunit.entrypoints.cli.option_group import with_options


@dataclass(frozen=True)
class Look:
    colour: Annotated[str, typer.Option(help="Of the paper.")] = "white"
    many: Annotated[int, typer.Option()] = 1
    tags: Annotated[list[str], typer.Option()] = field(default_factory=list)


def test_each_field_is_an_option_and_the_command_gets_them_together() -> None:
    got: list[tuple[str, Look]] = []

    @with_options(Look)
    def draw(name: Annotated[str, typer.Argument()], *, options: Look) -> int:
        """Draw it."""
        got.append((name, options))
        return 0

    app = typer.Typer()
    app.command()(draw)
    assert CliRunner().invoke(app, ["x", "--colour", "pink"]).exit_code == 0
    assert got == [("x", Look(colour="pink"))]
    shown = CliRunner().invoke(app, ["--help"]).output
    assert "Draw it." in shown
    assert "--many" in shown
