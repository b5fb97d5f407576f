"""``secondunit rights licence``, ``notice``, ``consultation`` and ``asset``: papers on file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from secondunit.core.errors import InputError
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.option_group import with_options
from secondunit.entrypoints.cli.rights.options import (
    Folder,
    Json,
    Signing,
    day,
    digest_of,
    keep_paper,
    open_desk,
    say_kept,
    signature,
)

LICENCE_EXAMPLES = """
**Examples**

`secondunit rights licence add l-1 --licensor photo-house --thing plate.jpg --scope ai-input
--territory world --from 2026-01-01 --until 2026-12-31 --document licence.pdf
--as "Lea Roy" --role legal`
"""

Named = Annotated[str, typer.Argument(help="Its short id.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceOptions(Signing):
    """What a licence says."""

    licensor: Annotated[str, typer.Option(help="Whose it is.")] = ""
    thing: Annotated[str, typer.Option(help="A file or digest; all of the licensor's if none.")] = (
        ""
    )
    scope: Annotated[list[str], typer.Option(help="ai-input, ai-output, display; repeat.")] = field(
        default_factory=list
    )
    territory: Annotated[list[str], typer.Option(help="A country, or world; repeat.")] = field(
        default_factory=list
    )
    starts: Annotated[str, typer.Option("--from", help="First day.")] = ""
    ends: Annotated[str, typer.Option("--until", help="Last day.")] = ""
    document: Annotated[Path | None, typer.Option(help="The signed paper.")] = None


@with_options(LicenceOptions)
def add_licence(licence: Named, *, options: LicenceOptions) -> int:
    """Write a licence down.

    Raises:
        InputError: It names nobody.
    """
    from secondunit.film.rights.records.papers import License
    from secondunit.pipeline.rights_desk import sign

    if not options.licensor:
        raise InputError("a licence is somebody's", remedy="Give --licensor.")
    desk = open_desk(options.out)
    record = License(
        id=licence,
        asset=digest_of(options.thing) if options.thing else "",
        licensor=options.licensor,
        scope=tuple(options.scope),
        territories=tuple(options.territory),
        starts=day(options.starts, "--from"),
        ends=day(options.ends, "--until"),
        document=keep_paper(desk, options.document),
    )
    entry = sign(desk, record, signature(options))
    return say_kept(licence, entry.sequence)


def list_licences(out: Folder = None, *, json: Json = False) -> int:
    """List licences."""
    found = open_desk(out).register().licences.values()
    if json:
        console.print_json(list(found))
        return 0
    rows = [
        (
            each.id,
            each.licensor,
            each.asset[:12] or "all of theirs",
            ", ".join(each.scope),
            f"{each.starts} to {each.ends}",
        )
        for each in found
    ]
    console.print_table("Licences", ("id", "licensor", "thing", "scope", "term"), rows)
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeOptions(Signing):
    """What a union was told."""

    union: Annotated[str, typer.Option(help="Which union.")] = ""
    kind: Annotated[str, typer.Option(help="synthetic-performer, training-licence.")] = (
        "synthetic-performer"
    )
    subject: Annotated[str, typer.Option(help="Id of the performer it is about.")] = ""
    sent: Annotated[str, typer.Option(help="Day it was sent.")] = ""
    acknowledged: Annotated[str, typer.Option(help="Day it was acknowledged.")] = ""
    bargaining: Annotated[str, typer.Option(help="none, open or closed.")] = "none"
    memo: Annotated[Path | None, typer.Option(help="The memo on what it adds.")] = None


@with_options(NoticeOptions)
def add_notice(notice: Named, *, options: NoticeOptions) -> int:
    """Write down a notice to a union, or where bargaining stands now.

    Raises:
        InputError: It names no union, or bargaining is in no known state.
    """
    from secondunit.film.rights.records.papers import UnionNotice
    from secondunit.pipeline.rights_desk import sign

    if not options.union:
        raise InputError("a notice goes to a union", remedy="Give --union.")
    if options.bargaining not in {"none", "open", "closed"}:
        raise InputError(f"--bargaining {options.bargaining}", remedy="Give none, open or closed.")
    desk = open_desk(options.out)
    record = UnionNotice(
        id=notice,
        union=options.union,
        kind=options.kind,
        subject=options.subject,
        sent_at=day(options.sent, "--sent"),
        acknowledged_at=day(options.acknowledged, "--acknowledged"),
        bargaining=options.bargaining,
        memo=keep_paper(desk, options.memo),
    )
    return say_kept(notice, sign(desk, record, signature(options)).sequence)


def list_notices(out: Folder = None, *, json: Json = False) -> int:
    """List notices to unions."""
    found = open_desk(out).register().notices.values()
    if json:
        console.print_json(list(found))
        return 0
    rows = [
        (each.id, each.union, each.kind, each.subject, each.sent_at, each.bargaining)
        for each in found
    ]
    heads = ("id", "union", "of", "about", "sent", "bargaining")
    console.print_table("Notices to unions", heads, rows)
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationOptions(Signing):
    """Who was asked, and what they said."""

    asked: Annotated[str, typer.Option(help="In which role they were asked.")] = "director"
    person: Annotated[str, typer.Option(help="Who was asked.")] = ""
    proposal: Annotated[str, typer.Option(help="What was put to them.")] = ""
    response: Annotated[str, typer.Option(help="What they said.")] = ""
    dissent: Annotated[bool, typer.Option("--dissent", help="They were against it.")] = False
    held: Annotated[str, typer.Option(help="Day; today if none.")] = ""


@with_options(ConsultationOptions)
def add_consultation(consultation: Named, *, options: ConsultationOptions) -> int:
    """Write down that somebody was consulted, and what they said.

    Raises:
        InputError: It is not said who was asked, what, or what they answered.
    """
    from secondunit.film.rights.records.papers import Consultation
    from secondunit.pipeline.rights_desk import sign

    for name in ("person", "proposal", "response"):
        if not getattr(options, name).strip():
            raise InputError(f"a consultation without {name} is none", remedy=f"Give --{name}.")
    desk = open_desk(options.out)
    record = Consultation(
        id=consultation,
        role=options.asked,
        person=options.person,
        proposal=options.proposal,
        response=options.response,
        dissent=options.dissent,
        held_on=day(options.held, "--held") or desk.clock.now()[:10],
    )
    return say_kept(consultation, sign(desk, record, signature(options)).sequence)


def list_consultations(out: Folder = None, *, json: Json = False) -> int:
    """List consultations, oldest first."""
    found = open_desk(out).register().consultations
    if json:
        console.print_json(list(found))
        return 0
    rows = [
        (each.id, each.role, each.person, each.held_on, "against" if each.dissent else "heard")
        for each in found
    ]
    console.print_table("Consultations", ("id", "role", "person", "day", "said"), rows)
    return 0
