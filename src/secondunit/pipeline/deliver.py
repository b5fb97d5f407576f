"""Build the package that leaves: every document anew, a manifest of hashes, and the report."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

import msgspec

from secondunit.core.decision import GENESIS
from secondunit.core.ids import canonical_json, digest_bytes, read_json
from secondunit.film.delivery.model import Manifest, ManifestEntry
from secondunit.film.delivery.package import missing_sign_offs
from secondunit.film.review.sign_off import Matrix
from secondunit.pipeline.catalogue import CATALOGUE
from secondunit.pipeline.journal import add_entry, witness_entry
from secondunit.pipeline.press import Press
from secondunit.pipeline.publish import DRAFT_MARK, publish
from secondunit.pipeline.queries import View
from secondunit.pipeline.report import Occasion, make_report, stage_rows

REPORT = "report.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What came of asking for a package.

    Args:
        missing: What it still waits for; a draft is built all the same.
        manifest: What the package holds; None when it was refused.
    """

    missing: tuple[str, ...]
    manifest: Manifest | None


def deliver(
    view: View, matrix: Matrix, press: Press, *, by: str, draft: bool, held: tuple[str, ...] = ()
) -> Delivery:
    """Build a package in the press's outbox, or say what it waits for.

    Args:
        view: The production.
        matrix: Who signs what.
        press: Formats, and the folder the package goes to.
        by: Who asks.
        draft: Build it without the sign-offs, every page marked DRAFT.
        held: What is held back, one sentence each; nothing of it is delivered.

    Raises:
        NotFound: Nothing has been made yet.
        StoreError: The disk or the database failed.
    """
    rows = stage_rows(view, matrix)
    findings = [finding for row in rows for finding in view.findings(row.stage)]
    missing = (*missing_sign_offs(rows, findings), *held)
    if missing and not draft:
        return Delivery(missing=missing, manifest=None)
    made = [entry.stage.key for entry in CATALOGUE if view.stored(entry.stage.key) is not None]
    entries = publish(view, press, made, watermark=DRAFT_MARK if draft else "", keep=False)
    _clear(view, press, {REPORT, *(entry.path for entry in entries)})
    last = view.office.records.last_entry()
    occasion = Occasion(
        at=view.office.clock.now(), by=by, draft=draft, missing=missing, entries=entries
    )
    report = press.report.write(make_report(view, matrix, occasion))
    press.outbox.place(REPORT, report)
    manifest = Manifest(
        title=view.office.records.production().title,
        draft=draft,
        made_at=occasion.at,
        made_by=by,
        journal_length=last.sequence if last else 0,
        journal_head=last.hash if last else GENESIS,
        entries=(
            *entries,
            ManifestEntry(
                path=REPORT,
                digest=digest_bytes(report),
                byte_count=len(report),
                media_type="text/html",
                stage="delivery.report",
            ),
        ),
    )
    text = msgspec.json.format(canonical_json(manifest), indent=2)
    press.outbox.place("manifest.json", text)
    with view.office.records.transaction():
        entry = add_entry(view.office, kind="delivery", by=by, body=manifest)
    witness_entry(view.office, entry)
    return Delivery(missing=missing, manifest=manifest)


def _clear(view: View, press: Press, kept: Set[str]) -> None:
    """Take away what an earlier package left here and this one does not hold.

    Only files that are byte for byte what a manifest names: anything else is somebody's own.
    """
    for entry in view.office.records.journal():
        if entry.kind != "delivery":
            continue
        try:
            former = read_json(entry.body, Manifest)
        except msgspec.DecodeError:  # ``verify`` says so
            continue
        for old in former.entries:
            if old.path not in kept and press.outbox.holds(old.path, old.digest):
                press.outbox.remove(old.path)
