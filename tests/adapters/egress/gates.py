"""A gate over logs in memory, for tests that are not about the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from secondunit.adapters.egress.addresses import Resolve, resolve
from secondunit.adapters.egress.gate import EgressGate, Files, Rulings
from secondunit.adapters.egress.keys import KeyPlace
from secondunit.adapters.tables import PackagedTables
from secondunit.bootstrap.way_out import read_rulings
from secondunit.core.decision import Entry, check_chain, next_entry
from secondunit.core.finding import Finding
from secondunit.core.ids import canonical_json, digest_bytes
from secondunit.film.rights.model import AssetClass, ProviderTerms, Seller
from secondunit.film.rights.records.papers import TermsConfirmed, TitlePolicy
from secondunit.film.rights.records.register import kind_of, signed_body, terms_digest

TODAY = "2026-11-25"
SNAPSHOT = digest_bytes(b"the contract")
RULINGS: Rulings = read_rulings(PackagedTables())


@dataclass(slots=True)
class FixedClock:
    """A clock that stands."""

    day: str = TODAY

    def now(self) -> str:
        return f"{self.day}T12:00:00Z"

    def milliseconds(self) -> int:
        return 0


@dataclass(slots=True)
class MemoryLog:
    """A chained log in memory."""

    entries: list[Entry] = field(default_factory=list)

    def append(self, *, kind: str, by: str, body: object) -> Entry:
        last = self.entries[-1] if self.entries else None
        text = canonical_json(body).decode()
        self.entries.append(next_entry(last, kind=kind, at=f"{TODAY}T12:00:00Z", by=by, body=text))
        return self.entries[-1]

    def after(self, sequence: int) -> Sequence[Entry]:
        return self.entries[sequence:]

    def verify(self) -> list[Finding]:
        return check_chain(self.entries, None)

    def sign(self, *records: object, by: str = "Lea Roy", role: str = "legal") -> None:
        for record in records:
            self.append(kind=kind_of(record), by=by, body=signed_body(record, role))

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries]


@dataclass(slots=True, kw_only=True)
class Opened:
    """A gate with its logs."""

    gate: EgressGate
    rights: MemoryLog
    calls: MemoryLog


REMOTE = ProviderTerms(
    seller=Seller(provider="acme"),
    hosts=("api.acme.example",),
    trains_on_inputs=False,
    trains_on_outputs=False,
    retention_days=0,
    regions=("eu",),
    indemnity=True,
    source="the contract",
    checked_on=TODAY,
    verify=False,
)
"""A provider outside that every rule is content with, once a person has confirmed its terms."""

POLICY = TitlePolicy(
    providers=("acme",),
    max_retention_days=30,
    regions=("eu",),
    highest_class=AssetClass.BIOMETRIC,
    disputes=(),
    medium="feature",
    territories=("FR",),
)


def confirmed(terms: ProviderTerms, until: str = "2027-12-31") -> TermsConfirmed:
    return TermsConfirmed(
        terms=terms_digest(terms), snapshot=SNAPSHOT, checked_on=TODAY, valid_until=until
    )


def make_gate(
    *terms: ProviderTerms,
    named: tuple[str, ...] = (),
    keys: Mapping[str, KeyPlace] | None = None,
    resolver: Resolve = resolve,
    rulings: Rulings = RULINGS,
) -> Opened:
    """A gate where nothing is recorded yet."""
    rights, calls = MemoryLog(), MemoryLog()
    gate = EgressGate(
        rulings=rulings,
        files=Files(
            terms=terms,
            keys=keys or {},
            providers_named=named,
            is_kept=lambda digest: digest == SNAPSHOT,
        ),
        rights=rights,
        calls=calls,
        clock=FixedClock(),
        resolver=resolver,
    )
    return Opened(gate=gate, rights=rights, calls=calls)
