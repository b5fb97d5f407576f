"""The gate: spoilt facts, the time of a decision, and planted words in everything that leaves.

Facts are drawn from what is in order and spoilt in one to four places: left out, null, of another
type, of an unknown word, beyond a limit, or with something unknown beside them. That spoilt facts
may not pass is known from how they were spoilt; the rules are not asked. Only data that a rule
needs are spoilt by leaving them out or by another value; the others by null, type or company alone.
"""

from __future__ import annotations

import copy
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.egress_canaries import measure_canaries
from tests.adapters.egress.gates import POLICY, REMOTE, RULINGS, SNAPSHOT
from tests.film.rights.records.test_people import PAPER
from tests.film.rights.ruling.cases import ESTATE, HAND_OVER, PORTRAY, SEND, SYNTHETIC, changed

from secondunit.adapters.db.engine import open_engine
from secondunit.adapters.db.records import create_production
from secondunit.adapters.store.objects import open_folder
from secondunit.bootstrap.way_out import open_gate, open_logs
from secondunit.core.ids import digest, digest_bytes
from secondunit.film.rights.model import EgressRequest, Outbound, Purpose
from secondunit.film.rights.records.papers import Consultation, TermsAdded, TermsConfirmed
from secondunit.film.rights.records.people import ConsentMove, ConsentStatus, RightsHolder
from secondunit.film.rights.records.register import kind_of, signed_body, terms_digest
from secondunit.film.rights.ruling.facts import Act, Matter
from secondunit.film.rights.ruling.rules import DISAGREE
from secondunit.film.rights.ruling.verdict import judge
from secondunit.ports.records import Production

CASES = 12_000
SEED = 20261125
ROUNDS = 400

OTHERS: tuple[object, ...] = (
    None, "", "yes", "false", "0", -1, 0.5, 10**30, [None], [7], {}, {"a": 1}, float("nan"),
)  # fmt: skip
"""What a fact becomes that has another type."""

OWN = {
    "purpose": "final", "quarantined": False, "third_party": False, "owned": True, "licence": {},
}  # fmt: skip

BASES: tuple[tuple[Act, dict[str, Any]], ...] = (
    (Act.SEND, changed(SEND, {})),
    (Act.PORTRAY, changed(PORTRAY, {})),
    (Act.PORTRAY, changed(SYNTHETIC, {})),
    (Act.PORTRAY, {**changed(PORTRAY, {}), **ESTATE}),
    (Act.HAND_OVER, changed(HAND_OVER, {})),
    (Act.HAND_OVER, OWN),
)
"""Facts that are in order: a service outside, a minor, a synthetic performer, an estate, a licensed
picture, a picture of our own."""

NO_MORE = ("revoked", "suspended", "expired", "draft", "friendly")

WRONG: dict[tuple[int, str], tuple[object, ...]] = {
    **{(0, f"terms.{name}"): (True,) for name in ("trains_on_inputs", "trains_on_outputs")},
    **{
        (0, name): (False,)
        for name in (
            "terms.known", "terms.confirmed", "terms.snapshot_kept", "terms.indemnity",
            "title.provider_named", "director.consulted",
        )
    },
    (0, "terms.retention_days"): (31, 365, -1),
    (0, "title.max_retention_days"): (-1,),
    (0, "terms.processed_in"): (["moon"], ["eu", "moon"], []),
    (0, "title.regions"): (["us"], []),
    (0, "terms.days_left"): (-1, -400),
    (0, "asset_class"): (3, 4, 5, -1),
    (0, "title.highest_class"): (1, 0, -1),
    (0, "words"): ("barred", "hidden", "perhaps"),
    **{(base, "purpose"): ("fun", "FINAL", "final ") for base in range(len(BASES))},
    **{
        (base, f"consent.{name}"): (False,)
        for base in (1, 3)
        for name in (
            "begun", "signed", "separate_signature", "covers_project", "covers_use",
            "covers_media", "covers_territories", "covers_name",
        )
    },
    **{(base, "consent.status"): NO_MORE for base in (1, 3)},
    **{(base, "holder.kind"): ("ghost", "Person") for base in (1, 2, 3)},
    **{(base, "holder.in_dispute"): (True,) for base in (1, 3)},
    (1, "holder.deceased"): (True,),
    (1, "consent.given_by"): ("holder", "neighbour"),
    (1, "consent.years"): (6, 0, -1),
    (3, "consent.given_by"): ("holder", "guardian", "neighbour"),
    **{(base, "alteration.listed"): (False,) for base in (1, 3)},
    **{(base, "alteration.script_first"): (False,) for base in (1, 3)},
    (2, "notice.sent"): (False,),
    (2, "notice.memo"): (False,),
    (2, "notice.bargaining"): ("open", "none", "nearly"),
    **{(base, "quarantined"): (True,) for base in (4, 5)},
    **{
        (4, f"licence.{name}"): (False,)
        for name in ("covers_ai_input", "covers_territories", "in_term", "signed")
    },
    (5, "owned"): (False,),
    (5, "third_party"): (True,),
}  # fmt: skip
"""Values that are wrong, by base and datum, written from the rules' own words. What is here is
needed: leaving it out is wrong as well."""

ALSO_NEEDED = {(1, "holder.minor"), (3, "holder.deceased"), (3, "holder.minor"), (4, "third_party")}
"""Data that are needed and whose other value may be in order."""

NOT_ALONE_NEEDED = {(2, "holder.kind")}
"""Without a kind, a synthetic performer is somebody, who then has no consent: still refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoilt:
    """Facts that may not pass, and how they came to be so."""

    act: Act
    facts: Any
    how: tuple[str, ...]


def leaves(data: dict[str, Any], way: str = "") -> Iterator[str]:
    for key, value in data.items():
        name = f"{way}{key}"
        if isinstance(value, dict):
            yield from leaves(value, f"{name}.")
        else:
            yield name


def spoil(draw: random.Random) -> Spoilt:
    base = draw.randrange(len(BASES))
    act, data = BASES[base]
    facts = copy.deepcopy(data)
    how = []
    for datum in draw.sample(sorted(leaves(data)), draw.randint(1, 4)):
        *way, name = datum.split(".")
        table = facts
        for part in way:
            table = table[part]
        how.append(f"{datum}: {_spoil_one(table, name, (base, datum), draw)}")
    return Spoilt(act=act, facts=facts, how=tuple(how))


def _spoil_one(table: dict[str, Any], name: str, key: tuple[int, str], draw: random.Random) -> str:
    needed = key in WRONG or key in ALSO_NEEDED
    ways = [
        "type",
        "company",
        *(["missing"] if needed else []),
        *(["wrong"] if key in WRONG else []),
    ]
    match draw.choice(ways):
        case "missing":
            table.pop(name)
            return "left out"
        case "wrong":
            table[name] = draw.choice(WRONG[key])
            return f"wrong {table[name]}"
        case "company":
            beside = [f"{name}_too", name.upper(), "", *(["asked"] if "asked" not in table else [])]
            table[draw.choice(beside)] = table[name]
            return "company"
    table[name] = draw.choice([each for each in OTHERS if _is_other(each, table[name])])
    return f"type {table[name]!r}"


def _is_other(value: object, right: object) -> bool:
    if isinstance(right, list | tuple):
        return not (isinstance(value, list) and all(isinstance(each, str) for each in value))
    return type(value) is not type(right)


def measure_facts() -> list[tuple[str, str, str]]:
    draw = random.Random(SEED)
    order = Matter(act=Act.SEND, subject="it", facts=changed(SEND, {}))
    passed = 0
    for act, facts in BASES:
        matters = [Matter(act=act, subject="it", facts=facts)]
        matters += [] if act is Act.SEND else [order]
        passed += judge(matters, RULINGS.book, RULINGS.engine.refusing, SNAPSHOT).allowed
    through, apart = [], 0
    for _ in range(CASES):
        spoilt = spoil(draw)
        matters = [Matter(act=spoilt.act, subject="it", facts=spoilt.facts)]
        matters += [] if spoilt.act is Act.SEND else [order]
        verdict = judge(matters, RULINGS.book, RULINGS.engine.refusing, SNAPSHOT)
        if verdict.allowed:
            through.append(spoilt.how)
        apart += any(
            "disagree" in each.message for each in verdict.denials if each.rule == DISAGREE
        )
    for how in through[:5]:
        print("let through:", how)
    return [
        ("facts in order that pass, of six kinds of call", f"{passed} of {len(BASES)}", "all"),
        (f"spoilt facts let through, of {CASES:,}", f"{len(through)}", "0 of >= 5,000"),
        ("  the two engines disagreed", f"{apart}", "0"),
    ]


def measure_time() -> list[tuple[str, str, str]]:
    words = "a quiet room, morning, a woman at the window"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = Production(id="two-rooms", title="Two Rooms", created_at="2026-11-25T12:00:00Z")
        create_production(open_engine(folder), made)
        kept = open_folder(folder / "media").store_media(b"contract", "text/plain", "c")
        log = open_logs(folder).rights
        for record in records(kept.digest):
            log.append(kind=kind_of(record), by="Lea Roy", body=signed_body(record, "legal"))
        gate = open_gate(folder)
        media = [
            Outbound(digest=digest(number), media_type="image/png", made_here=True)
            for number in range(4)
        ]
        request = EgressRequest(
            by="Lea Roy",
            title="two-rooms",
            purpose=Purpose.FINAL,
            seller=REMOTE.seller,
            subject="shot 12A",
            media=tuple(media),
            likenesses=("ana",),
            prompt=digest_bytes(words.encode()),
        )
        if denied := gate.ask(request, words).denials:
            raise SystemExit(f"the call that is timed is refused: {denied}")
        waited, spent = [], []
        for _ in range(ROUNDS):
            began, used = time.perf_counter(), time.thread_time()
            gate.ask(request, words)
            waited.append(1000 * (time.perf_counter() - began))
            spent.append(1000 * (time.thread_time() - used))
    what = "decision on a call with 4 pictures and a likeness, p95 (p50)"
    return [
        (what, f"{_share(waited, 0.95):.1f} ms ({_share(waited, 0.5):.1f} ms)", "<= 5 ms"),
        (
            "  of it in the processor",
            f"{_share(spent, 0.95):.1f} ms ({_share(spent, 0.5):.1f} ms)",
            "",
        ),
    ]


def _share(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)]


def records(contract: Any) -> list[object]:
    confirmed = TermsConfirmed(
        terms=terms_digest(REMOTE),
        snapshot=contract,
        checked_on="2026-11-25",
        valid_until="2099-12-31",
    )
    paper = replace(PAPER, ends="2099-01-01")
    asked = Consultation(
        id="d-1", role="director", person="B", proposal="p", response="r", dissent=False,
        held_on="2026-11-01",
    )  # fmt: skip
    return [
        POLICY,
        TermsAdded(terms=REMOTE),
        confirmed,
        asked,
        RightsHolder(id="ana", name="Ana Ruiz", minor=False, deceased=False),
        paper,
        ConsentMove(consent=paper.id, to=ConsentStatus.ACTIVE),
    ]


def rows() -> list[tuple[str, str, str]]:
    return [*measure_facts(), *measure_time(), *measure_canaries()]


if __name__ == "__main__":
    for what, measured, bar in rows():
        print(f"{what:<66} {measured:>24}   {bar}")
