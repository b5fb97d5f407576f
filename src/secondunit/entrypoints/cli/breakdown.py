"""``secondunit breakdown``: add, rename, merge and split elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.film.breakdown.model import Category

if TYPE_CHECKING:
    from secondunit.bootstrap.productions import Studio
    from secondunit.core.fact import Fact
    from secondunit.pipeline.elements import Scope, Signature

ADD_EXAMPLES = """
**Example**

`secondunit breakdown add lantern --scene 12 --category props --reason "she needs light"
--as "Ana Ruiz" --role 1st-ad`
"""
RENAME_EXAMPLES = """
**Examples**

`secondunit breakdown rename lamp "oil lamp" --reason "the designer's name" --as "Ana Ruiz"
--role 1st-ad`

`secondunit breakdown rename rope "climbing rope" --scene 12 --reason "another one"
--as "Ana Ruiz" --role 1st-ad`
"""
MERGE_EXAMPLES = """
**Example**

`secondunit breakdown merge lamp lantern --into "oil lamp" --reason "one prop" --as "Ana Ruiz"
--role 1st-ad`
"""
SPLIT_EXAMPLES = """
**Example**

`secondunit breakdown split knife --into "kitchen knife" --into "pocket knife" --scene 4
--reason "hers and his" --as "Ana Ruiz" --role 1st-ad`
"""

By = Annotated[str, typer.Option("--as", help="Your name.")]
Role = Annotated[str, typer.Option(help="The role in which you sign.")]
Reason = Annotated[str, typer.Option(help="Why.")]
CategoryOption = Annotated[Category | None, typer.Option(help="Only elements of this category.")]
Scenes = Annotated[
    list[str] | None, typer.Option("--scene", help="Only this scene, as often as needed.")
]
Folder = Annotated[
    Path | None, typer.Option("--out", help="The production folder, where there are several.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who changes the breakdown, why, and of which production."""

    by: By = ""
    role: Role = ""
    reason: Reason = ""
    out: Folder = None


@with_options(Signed)
def add(
    name: Annotated[str, typer.Argument(help="As a list prints it, singular.")],
    scene: Annotated[str, typer.Option(help="Number of the scene.")],
    category: Annotated[Category, typer.Option(help="Its category.")],
    quantity: Annotated[int, typer.Option(min=1, help="How many.")] = 1,
    *,
    options: Signed,
    json: Json = False,
) -> int:
    """Put an element into a scene that the breakdown does not have."""
    from secondunit.film.breakdown.model import Element
    from secondunit.pipeline.elements import add_element, scene_of

    def change(studio: Studio, signature: Signature) -> tuple[Fact, ...]:
        element = Element(
            scene=scene_of(studio.view, scene), category=category, name=name, quantity=quantity
        )
        return add_element(studio.view, studio.matrix, element, signature)

    return _signed(change, options, json=json)


@with_options(Signed)
def rename(
    name: Annotated[str, typer.Argument(help="What it is called now.")],
    to: Annotated[str, typer.Argument(help="What it is to be called.")],
    scenes: Scenes = None,
    category: CategoryOption = None,
    *,
    options: Signed,
    json: Json = False,
) -> int:
    """Give an element another name, in every scene and in scenes still to come."""
    scope = _scope(category, scenes)
    return _merge((name,), to, scope, options, json=json)


@with_options(Signed)
def merge(
    names: Annotated[list[str], typer.Argument(help="What they are called now.")],
    into: Annotated[str, typer.Option(help="The one name they get.")],
    scenes: Scenes = None,
    category: CategoryOption = None,
    *,
    options: Signed,
    json: Json = False,
) -> int:
    """Make one element of several that are the same thing."""
    scope = _scope(category, scenes)
    return _merge(names, into, scope, options, json=json)


@with_options(Signed)
def split(
    name: Annotated[str, typer.Argument(help="What it is called now.")],
    into: Annotated[list[str], typer.Option(help="One of its new names; give two or more.")],
    scenes: Scenes = None,
    category: CategoryOption = None,
    *,
    options: Signed,
    json: Json = False,
) -> int:
    """Make several elements of one that is not the same thing everywhere."""
    from secondunit.pipeline.elements import split_element

    scope = _scope(category, scenes)
    return _signed(
        lambda studio, signature: split_element(
            studio.view, studio.matrix, name, into, scope, signature
        ),
        options,
        json=json,
    )


def _merge(
    names: Sequence[str],
    into: str,
    scope: Scope,
    signed: Signed,
    *,
    json: bool,
) -> int:
    from secondunit.pipeline.elements import merge_elements

    return _signed(
        lambda studio, signature: merge_elements(
            studio.view, studio.matrix, names, into, scope, signature
        ),
        signed,
        json=json,
    )


def _scope(category: Category | None, scenes: list[str] | None) -> Scope:
    from secondunit.pipeline.elements import Scope

    return Scope(category=category, scenes=tuple(scenes or ()))


def _signed(
    change: Callable[[Studio, Signature], tuple[Fact, ...]],
    signed: Signed,
    *,
    json: bool,
) -> int:
    """Make a change of the breakdown and say what was decided.

    Raises:
        InputError: Name, role or reason is missing.
    """
    from secondunit.bootstrap import productions
    from secondunit.pipeline.elements import Signature

    signature = Signature(by=signed.by, role=signed.role, reason=signed.reason)
    if not all(said.strip() for said in (signed.by, signed.role, signed.reason)):
        raise InputError(
            "a change of the breakdown is signed",
            remedy='Give --as "NAME" --role ROLE --reason "one sentence".',
        )
    with productions.open_for_writing(productions.find_folder(signed.out)) as studio:
        facts = change(studio, signature)
    if json:
        console.print_json(facts)
        return 0
    for fact in facts:
        console.OUT.print(f"{fact.verdict.value}  {fact.label}", markup=False)
    console.OUT.print(
        f"{len(facts):,} decided by {signature.by} ({signature.role}); produce brings the sheets"
        " up to date",
        markup=False,
    )
    return 0
