"""``secondunit rights terms``: on what terms providers work, and who compared them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.rights.options import (
    Folder,
    Json,
    Signing,
    day,
    open_desk,
    signature,
)

if TYPE_CHECKING:
    from secondunit.film.rights.model import ProviderTerms, Seller
    from secondunit.film.rights.records.register import Register

ADD_EXAMPLES = """
**Examples**

`secondunit rights terms add runway --tier enterprise --host api.dev.runwayml.com --no-trains
--retention 0 --region us --indemnity --source "contract of 3 March" --as "Lea Roy" --role legal`
"""

CHECK_EXAMPLES = """
**Examples**

`secondunit rights terms check runway --tier enterprise --text contract.pdf --until 2027-06-30
--as "Lea Roy" --role legal`  (the terms as listed agree with this text until then)
"""

Provider = Annotated[str, typer.Argument(help="Key of the provider.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerOptions(Signing):
    """Which terms of a provider."""

    product: Annotated[str, typer.Option(help="Of the provider.")] = ""
    tier: Annotated[str, typer.Option(help="Contract or plan.")] = ""
    model: Annotated[str, typer.Option(help="As the provider names it.")] = ""
    region: Annotated[str, typer.Option(help="Where it is processed.")] = ""


def list_terms(out: Folder = None, *, json: Json = False) -> int:
    """List terms: the production's own first, unknown things as a question mark."""
    desk = open_desk(out)
    register = desk.register()
    found = (*register.terms, *desk.listed)
    if json:
        console.print_json([{"terms": each, **_standing(each, register)} for each in found])
        return 0
    rows = [
        (
            _name(each.seller),
            "here" if each.local else ", ".join(each.hosts),
            _yes(each.trains_on_inputs),
            _yes(each.trains_on_outputs),
            "?" if each.retention_days is None else str(each.retention_days),
            "?" if each.regions is None else ", ".join(each.regions),
            _yes(each.indemnity),
            str(_standing(each, register)["stands"]),
        )
        for each in found
    ]
    heads = ("provider", "goes to", "learns in", "out", "keeps days", "regions", "indemnity", "")
    console.print_table("Terms", heads, rows)
    return 0


@with_options(SellerOptions)
def show(provider: Provider, *, options: SellerOptions) -> int:
    """Show the terms that a call to a provider would go out on, as JSON."""
    from secondunit.pipeline.rights_desk import terms_for

    desk = open_desk(options.out)
    terms = terms_for(desk, _seller(provider, options))
    console.print_json({"terms": terms, **_standing(terms, desk.register())})
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsOptions(SellerOptions):
    """What terms say; what is left out is unknown."""

    host: Annotated[list[str], typer.Option(help="A host calls go to; repeat.")] = field(
        default_factory=list
    )
    result_host: Annotated[
        list[str], typer.Option(help="A host results are fetched from; repeat.")
    ] = field(default_factory=list)
    trains: Annotated[
        bool | None, typer.Option("--trains/--no-trains", help="Learns from inputs or outputs.")
    ] = None
    retention: Annotated[int, typer.Option(help="Days it keeps what it is sent; -1 unknown.")] = -1
    in_region: Annotated[list[str], typer.Option(help="Where it is processed; repeat.")] = field(
        default_factory=list
    )
    indemnity: Annotated[
        bool | None, typer.Option("--indemnity/--no-indemnity", help="Indemnifies final use.")
    ] = None
    local: Annotated[bool, typer.Option("--local", help="A program on this machine.")] = False
    source: Annotated[str, typer.Option(help="Where this was read.")] = ""


@with_options(TermsOptions)
def add(provider: Provider, *, options: TermsOptions) -> int:
    """Write down terms for this production; they stand over those that ship.

    Raises:
        InputError: It is not said where they were read.
    """
    from secondunit.film.rights.model import ProviderTerms
    from secondunit.pipeline.rights_desk import add_terms

    if not options.source.strip():
        raise InputError("terms were read somewhere", remedy="Give --source.")
    desk = open_desk(options.out)
    regions = tuple(options.in_region) or ((options.region,) if options.region else None)
    terms = ProviderTerms(
        seller=_seller(provider, options, product=options.product),
        hosts=tuple(options.host),
        trains_on_inputs=options.trains,
        trains_on_outputs=options.trains,
        retention_days=None if options.retention < 0 else options.retention,
        regions=regions,
        indemnity=options.indemnity,
        source=options.source,
        checked_on=desk.clock.now()[:10],
        local=options.local,
        result_hosts=tuple(options.result_host),
    )
    add_terms(desk, terms, signature(options))
    console.OUT.print(
        f"{_name(terms.seller)}: written down; next: secondunit rights terms check", markup=False
    )
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions(SellerOptions):
    """What the terms were compared with."""

    text: Annotated[Path | None, typer.Option(help="The contract or terms, as read.")] = None
    until: Annotated[str, typer.Option(help="Last day before it has to be read again.")] = ""


@with_options(CheckOptions)
def check(provider: Provider, *, options: CheckOptions) -> int:
    """Confirm that the terms as listed are those of a text, which is kept.

    Raises:
        InputError: The text or the date is missing.
    """
    from secondunit.bootstrap.files import read_file
    from secondunit.pipeline.rights_desk import confirm_terms, terms_for

    if options.text is None or not options.until:
        raise InputError(
            "terms are compared with a text, until a day", remedy="Give --text and --until."
        )
    desk = open_desk(options.out)
    terms = terms_for(desk, _seller(provider, options))
    done = confirm_terms(
        desk, terms, read_file(options.text), day(options.until, "--until"), signature(options)
    )
    console.OUT.print(
        f"{_name(terms.seller)}: confirmed by {options.by} until {done.valid_until}; "
        f"text kept as {done.snapshot[:12]}",
        markup=False,
    )
    return 0


def _seller(provider: str, options: SellerOptions, product: str | None = None) -> Seller:
    from secondunit.film.rights.model import Seller

    return Seller(
        provider=provider,
        product=options.product or "api" if product is None else product,
        tier=options.tier,
        model=options.model,
        region=options.region,
    )


def _standing(terms: ProviderTerms, register: Register) -> dict[str, str]:
    from secondunit.film.rights.records.register import terms_digest

    found = register.confirmed.get(terms_digest(terms))
    if found is not None:
        return {"stands": f"confirmed until {found.valid_until}", "text": found.snapshot}
    return {"stands": "needs none" if terms.local else "not confirmed", "text": ""}


def _name(seller: Seller) -> str:
    parts = (seller.provider, seller.tier, seller.model, seller.region)
    return " ".join(part for part in parts if part)


def _yes(said: object) -> str:
    return "?" if said is None else "yes" if said else "no"
