"""Options that belong together, as one dataclass instead of a parameter each."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar, get_type_hints

GroupT = TypeVar("GroupT")


def with_options(
    group: type[GroupT],
) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """A command whose keyword ``options`` is a dataclass, each field of it an option.

    Args:
        group: The dataclass; its fields are annotated as Typer wants parameters to be, and have
            defaults.
    """

    def spread(command: Callable[..., int]) -> Callable[..., int]:
        def run(**given: Any) -> int:
            chosen = {field.name: given.pop(field.name) for field in fields(group)}  # type: ignore[arg-type]
            return command(**given, options=group(**chosen))

        own = inspect.signature(command).parameters.values()
        hints = get_type_hints(command, include_extras=True)
        kept = [
            each.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[each.name])
            for each in own
            if each.name != "options"
        ]
        run.__signature__ = inspect.Signature([*kept, *_parameters(group)])  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in (*kept, *_parameters(group))}
        run.__doc__, run.__name__ = command.__doc__, command.__name__
        return run

    return spread


def _parameters(group: type[Any]) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=_default(field),
            annotation=hints[field.name],
        )
        for field in fields(group)
    ]


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return inspect.Parameter.empty if field.default is MISSING else field.default
