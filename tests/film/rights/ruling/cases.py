"""Facts that every rule is content with, and for each rule what makes it say no."""

from __future__ import annotations

from typing import Any

from secondunit.film.rights.ruling.facts import (
    Act,
    AlterationFacts,
    ConsentFacts,
    DirectorFacts,
    Facts,
    HandOverFacts,
    HolderFacts,
    LicenceFacts,
    NoticeFacts,
    PortrayFacts,
    SendFacts,
    TermsFacts,
    TitleFacts,
    plain,
)

SEND = SendFacts(
    purpose="final",
    outside=True,
    generative=True,
    asset_class=2,
    words="clean",
    terms=TermsFacts(
        known=True,
        trains_on_inputs=False,
        trains_on_outputs=False,
        retention_days=0,
        processed_in=("eu",),
        indemnity=True,
        confirmed=True,
        snapshot_kept=True,
        days_left=90,
    ),
    title=TitleFacts(
        provider_named=True, max_retention_days=30, regions=("eu", "us"), highest_class=2
    ),
    director=DirectorFacts(consulted=True, dissents=False),
)
PORTRAY = PortrayFacts(
    purpose="final",
    seen=True,
    named=True,
    holder=HolderFacts(kind="person", minor=True, deceased=False, in_dispute=False),
    consent=ConsentFacts(
        status="active",
        begun=True,
        signed=True,
        separate_signature=True,
        given_by="guardian",
        years=2,
        covers_project=True,
        covers_use=True,
        covers_media=True,
        covers_territories=True,
        covers_name=True,
        covers_alteration=False,
    ),
    alteration=AlterationFacts(asked=True, listed=True, script_first=True),
)
SYNTHETIC = PortrayFacts(
    purpose="final",
    seen=True,
    named=False,
    holder=HolderFacts(kind="synthetic"),
    notice=NoticeFacts(sent=True, bargaining="closed", memo=True),
    alteration=AlterationFacts(asked=False),
)
ESTATE: dict[str, Any] = {
    "holder": {"kind": "estate", "minor": False, "deceased": True, "in_dispute": False},
    "consent": {**plain(PORTRAY)["consent"], "given_by": "estate"},
}
HAND_OVER = HandOverFacts(
    purpose="final",
    quarantined=False,
    third_party=True,
    licence=LicenceFacts(covers_ai_input=True, covers_territories=True, in_term=True, signed=True),
)
CONTENT: dict[Act, Facts] = {
    Act.SEND: SEND,
    Act.PORTRAY: PORTRAY,
    Act.HAND_OVER: HAND_OVER,
}

WRONG: dict[str, tuple[Act, dict[str, object]]] = {
    "G01": (Act.SEND, {"title.provider_named": False}),
    "G02": (Act.SEND, {"asset_class": 3}),
    "G03": (Act.SEND, {"terms.known": False}),
    "G04": (Act.SEND, {"words": "barred"}),
    "R01": (Act.SEND, {"terms.trains_on_outputs": True}),
    "R02": (Act.SEND, {"terms.retention_days": 31}),
    "R03": (Act.SEND, {"terms.processed_in": ["eu", "cn"]}),
    "R04": (Act.SEND, {"terms.confirmed": False}),
    "R05": (Act.SEND, {"terms.indemnity": False}),
    "R21": (Act.SEND, {"director.consulted": False}),
    "R06": (Act.PORTRAY, {"consent.separate_signature": False}),
    "R10": (Act.PORTRAY, {"consent.covers_project": False}),
    "R12": (Act.PORTRAY, {"holder.deceased": True}),
    "R13": (Act.PORTRAY, {"consent.years": 6}),
    "R14": (Act.PORTRAY, {"holder.in_dispute": True}),
    "R16": (Act.PORTRAY, {"consent.covers_name": False}),
    "R17": (Act.PORTRAY, {"alteration.script_first": False}),
    "G05": (Act.HAND_OVER, {"quarantined": True}),
    "R23": (Act.HAND_OVER, {"licence.covers_ai_input": False}),
}
"""One fact that each rule alone says no to."""

NEEDED: dict[str, tuple[Act, tuple[str, ...]]] = {
    "G01": (Act.SEND, ("title.provider_named",)),
    "G02": (Act.SEND, ("asset_class", "title.highest_class")),
    "G03": (Act.SEND, ("terms.known",)),
    "G04": (Act.SEND, ("words",)),
    "R01": (Act.SEND, ("terms.trains_on_inputs", "terms.trains_on_outputs")),
    "R02": (Act.SEND, ("terms.retention_days", "title.max_retention_days")),
    "R03": (Act.SEND, ("terms.processed_in", "title.regions")),
    "R04": (Act.SEND, ("terms.confirmed", "terms.snapshot_kept", "terms.days_left")),
    "R05": (Act.SEND, ("terms.indemnity",)),
    "R21": (Act.SEND, ("director.consulted",)),
    "R06": (
        Act.PORTRAY,
        (
            "holder.kind",
            "consent.status",
            "consent.begun",
            "consent.signed",
            "consent.separate_signature",
        ),
    ),
    "R10": (
        Act.PORTRAY,
        (
            "consent.covers_project",
            "consent.covers_use",
            "consent.covers_media",
            "consent.covers_territories",
        ),
    ),
    "R11": (Act.PORTRAY, ("consent.status",)),
    "R12": (Act.PORTRAY, ("holder.deceased",)),
    "R13": (Act.PORTRAY, ("holder.minor", "consent.given_by", "consent.years")),
    "R14": (Act.PORTRAY, ("holder.in_dispute",)),
    "R16": (Act.PORTRAY, ("consent.covers_name", "consent.status")),
    "R17": (
        Act.PORTRAY,
        ("alteration.asked", "alteration.listed", "alteration.script_first"),
    ),
    "G05": (Act.HAND_OVER, ("quarantined",)),
    "R23": (
        Act.HAND_OVER,
        (
            "third_party",
            "licence.covers_ai_input",
            "licence.covers_territories",
            "licence.in_term",
            "licence.signed",
        ),
    ),
}
"""What each rule cannot do without."""


def changed(facts: Facts, changes: dict[str, object]) -> dict[str, Any]:
    """Facts as plain data with some data changed; None takes one away."""
    data = plain(facts)
    for datum, value in changes.items():
        *way, name = datum.split(".")
        table = data
        for part in way:
            table = table[part]
        if value is None:
            table.pop(name, None)
        else:
            table[name] = value
    return data
