"""A group of commands of which one is meant where none is named."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class ListsByDefault(TyperGroup):
    """``secondunit takes 12A`` is ``secondunit takes list 12A``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put ``list`` before what names no command."""
        known = {*self.list_commands(ctx), "--help", "-h"}
        if not args or args[0] not in known:
            args = ["list", *args]
        return super().parse_args(ctx, args)
