"""The nouns of delivery."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.finding import Finding
from secondunit.core.ids import Digest
from secondunit.core.money import Paid


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One file of a package.

    Args:
        path: Inside the package, with forward slashes.
        digest: SHA-256 of its bytes.
        byte_count: Length.
        media_type: IANA media type.
        stage: Stage it came from.
    """

    path: str
    digest: Digest
    byte_count: int
    media_type: str
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a package holds.

    Args:
        title: Of the production.
        draft: True when it was built without all sign-offs; every page says so.
        made_at: ISO 8601 UTC.
        made_by: Person who asked for it.
        journal_length: Entries in the journal at that moment.
        journal_head: Hash of the last of them.
        entries: By path.
    """

    title: str
    draft: bool
    made_at: str
    made_by: str
    journal_length: int
    journal_head: Digest
    entries: tuple[ManifestEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """One stage in the production report.

    Args:
        stage: Its key.
        title: As people call it.
        proposed: Items nobody has decided on.
        accepted: Items accepted as proposed.
        amended: Items a person changed.
        rejected: Items a person turned down.
        stale: Items whose evidence changed after the decision.
        gone: Decided items that are no longer proposed.
        behind: True when its inputs were superseded since it ran.
        required: True when delivery waits for it.
        signers: Titles of the roles that sign it; empty when it is not decided on.
        runs: How often it ran.
        milliseconds: Machine time of all runs.
        cost: Paid to providers in all runs.
    """

    stage: str
    title: str
    proposed: int
    accepted: int
    amended: int
    rejected: int
    stale: int
    gone: int
    behind: bool
    required: bool
    signers: tuple[str, ...]
    runs: int
    milliseconds: int
    cost: Paid


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """Decisions of one person on one stage with one verdict, taken at one moment.

    Args:
        at: ISO 8601 UTC.
        by: The person.
        role: Title of the role.
        stage: Title of the stage.
        verdict: accept, amend or reject.
        count: How many items.
        items: Labels of the first few.
        reason: What they said.
    """

    at: str
    by: str
    role: str
    stage: str
    verdict: str
    count: int
    items: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number people look for first (``Shooting days`` - ``8`` - ``41 % under by-location``)."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneCard:
    """One scene with a picture.

    Args:
        number: Scene number.
        heading: As written.
        pages: Length as the trade writes it.
        shots: How many.
        day: Shooting day and date, or "".
        cast: Names.
        picture: JPEG or PNG bytes of its first panel; empty when there is none.
        picture_type: IANA media type.
    """

    number: str
    heading: str
    pages: str
    shots: int
    day: str
    cast: tuple[str, ...]
    picture: bytes
    picture_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderRow:
    """Who made what, and what left the building.

    Args:
        provider: Key.
        version: Of its tool or model.
        work: What it did (``88 storyboard panels``).
        left_the_machine: True when anything was sent elsewhere.
        trains_on_inputs: True when it may learn from it.
        cost: Paid.
        milliseconds: Its working time.
    """

    provider: str
    version: str
    work: str
    left_the_machine: bool
    trains_on_inputs: bool
    cost: Paid
    milliseconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionReport:
    """The whole production on one page.

    Args:
        title: Of the production.
        draft: True when required sign-offs are missing.
        made_at: ISO 8601 UTC.
        made_by: Person who asked for it.
        script: Draft in force, in words (``Draft 2, right-ear-home-blue.fountain``).
        figures: Numbers people look for first.
        stages: In the order of the work.
        decisions: Newest first.
        missing: What delivery still waits for, in words.
        open_items: Labels of what waits for a person, with its stage; the first hundred.
        open_count: How many there are in all.
        findings: What the stages noticed, worst first.
        scenes: In script order.
        providers: Who made what.
        files: The package's files.
        journal_length: Entries in the journal.
        journal_head: Hash of the last.
    """

    title: str
    draft: bool
    made_at: str
    made_by: str
    script: str
    figures: tuple[Figure, ...]
    stages: tuple[StageRow, ...]
    decisions: tuple[DecisionRow, ...]
    missing: tuple[str, ...]
    open_items: tuple[tuple[str, str], ...]
    open_count: int
    findings: tuple[Finding, ...]
    scenes: tuple[SceneCard, ...]
    providers: tuple[ProviderRow, ...]
    files: tuple[ManifestEntry, ...]
    journal_length: int
    journal_head: Digest
