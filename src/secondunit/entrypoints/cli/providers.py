"""``secondunit providers``: who could make the takes, at what price, and until when."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.entrypoints.cli import console

if TYPE_CHECKING:
    from secondunit.bootstrap.providers import Listed
    from secondunit.film.generation.model import Capabilities
    from secondunit.film.rights.model import ProviderTerms

LIST_EXAMPLES = """
**Examples**

`secondunit providers list`

`secondunit providers list --json`
"""

SHOW_EXAMPLES = """
**Examples**

`secondunit providers show previs`

`secondunit providers show runway gen4_aleph`
"""

MILLION = 1_000_000


def listing(
    out: Annotated[Path | None, typer.Option(help="Folder of the production.")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> int:
    """List every model that takes can be ordered from: what it makes, price, life, where.

    Raises:
        InputError: A data file cannot be read.
    """
    from secondunit.bootstrap.providers import list_offers, tables_of

    found = list_offers(tables_of(out))
    if json:
        console.print_json([_plain(listed) for listed in found])
        return 0
    rows = [
        [
            listed.offer.provider.key,
            listed.offer.provider.model,
            "picture" if listed.offer.provider.media_type.startswith("image/") else "clip",
            price_words(listed.offer.provider),
            _notes(listed.offer.provider),
        ]
        for listed in found
    ]
    heads = ["provider", "model", "makes", "price", "notes"]
    console.print_table("Providers of takes (? is to be verified)", heads, rows)
    return 0


def _notes(provider: Capabilities) -> str:
    ended = provider.lifecycle.stage != "active"
    notes = [
        life_words(provider) if ended else "",
        "leaves this machine" if provider.leaves_the_machine else "stays here",
        "tried on documents only" if provider.trials_only else "",
    ]
    return ", ".join(filter(None, notes))


def show(
    provider: Annotated[str, typer.Argument(help="Key of the provider.")],
    model: Annotated[str, typer.Argument(help="Its model; the first where none is named.")] = "",
    out: Annotated[Path | None, typer.Option(help="Folder of the production.")] = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> int:
    """Show one model: every control it honours, lengths, sizes, price, life, how it is reached.

    Raises:
        InputError: There is no such provider, or a data file cannot be read.
        NotFound: It has no such model.
    """
    from secondunit.bootstrap.providers import find_listed, tables_of

    listed = find_listed(provider, model, tables_of(out))
    if json:
        console.print_json(_plain(listed))
        return 0
    for name, said in _lines(listed):
        console.OUT.print(f"{name:<12} {said}", markup=False)
    return 0


def price_words(provider: Capabilities) -> str:
    """A price as people say it.

    >>> from secondunit.film.generation.model import Capabilities
    >>> price_words(Capabilities(key="a", version="1", media_type="", controls=(), max_frames=1,
    ...     deterministic=True, leaves_the_machine=False, trains_on_inputs=False,
    ...     price_per_second=5_000_000))
    '0.05 USD a second'
    """
    parts = [
        f"{micro / MILLION / 100:.4f}".rstrip("0").rstrip(".") + f" {provider.currency} a {unit}"
        for micro, unit in (
            (provider.price_per_take, "take"),
            (provider.price_per_second, "second"),
            (provider.price_per_frame, "frame"),
        )
        if micro
    ]
    return (" + ".join(parts) or "free") + (" ?" if provider.verify else "")


def life_words(provider: Capabilities) -> str:
    """Where a model stands in its life, as people say it."""
    life = provider.lifecycle
    when = f" {life.ends_on}" if life.ends_on else ""
    return f"{life.stage}{when}"


def terms_words(terms: ProviderTerms | None) -> str:
    """On what terms a provider works, in one line; what nobody wrote down is unknown."""
    if terms is None:
        return "not written down: nothing may be sent"
    trains = {None: "unknown", True: "yes", False: "no"}
    kept = "unknown" if terms.retention_days is None else f"{terms.retention_days} days"
    regions = "unknown" if terms.regions is None else ", ".join(terms.regions)
    said = f"trains on inputs {trains[terms.trains_on_inputs]}, on outputs "
    said += f"{trains[terms.trains_on_outputs]}; keeps {kept}; regions {regions}"
    return f"{said} ({'to be confirmed' if terms.verify else terms.checked_on})"


def _lines(listed: Listed) -> list[tuple[str, str]]:
    said, account = listed.offer.provider, listed.account
    lengths = ", ".join(map(str, said.seconds))
    longest = f"{lengths} s" if lengths else f"up to {said.max_frames} frames"
    tried = "its real server" if not said.trials_only else "its documents only"
    return [
        ("provider", f"{said.key} {said.model}".rstrip()),
        ("version", said.version),
        ("makes", f"{', '.join(said.modalities)} as {said.media_type}"),
        ("controls", ", ".join(said.controls)),
        ("needs", ", ".join(said.needs) or "nothing"),
        ("references", str(said.most_references)),
        ("lengths", longest),
        ("sizes", ", ".join(said.sizes) or "any"),
        ("words", f"up to {said.longest_prompt}" if said.longest_prompt else "any number"),
        ("price", price_words(said)),
        ("life", life_words(said)),
        ("then", said.lifecycle.successor or "its provider names none"),
        ("terms", terms_words(listed.terms)),
        ("lost order", f"found again by {said.lookup}" if said.lookup != "none" else "by a person"),
        ("same twice", "yes" if said.deterministic else "no"),
        ("material", "leaves this machine" if said.leaves_the_machine else "stays here"),
        ("address", account.address or "this machine"),
        ("tried", f"against {tried}"),
        ("source", f"{listed.source}, {listed.checked_on}" if listed.source else "this program"),
    ]


def _plain(listed: Listed) -> dict[str, object]:
    """Everything of a model but the settings of its adapter."""
    return {
        "capabilities": listed.offer.provider,
        "price": price_words(listed.offer.provider),
        "terms": listed.terms,
        "account": {
            "name": listed.account.name,
            "address": listed.account.address,
            "region": listed.account.region,
        },
        "source": listed.source,
        "checked_on": listed.checked_on,
    }
