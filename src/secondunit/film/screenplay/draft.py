"""Propose a draft of the script, as it was read, for the production to work from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from secondunit.core.evidence import from_fact
from secondunit.core.finding import Finding
from secondunit.core.ids import Digest, ItemId, digest, stable_id
from secondunit.core.pages import Eighths
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask
from secondunit.film.screenplay.model import Screenplay


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFact:
    """A draft of the script, as a person accepts it for the production.

    Args:
        title: Of the script.
        source_digest: SHA-256 of the file's bytes.
        scenes: Scenes to be shot.
        pages: Length in pages, rounded up.
        eighths: Sum of the scenes' lengths.
        format: ``fountain``, ``fdx`` or ``pdf``.
    """

    title: str
    source_digest: Digest
    scenes: int
    pages: int
    eighths: Eighths
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftInputs:
    """A script as read, with what its reader found odd."""

    screenplay: Screenplay
    findings: tuple[Finding, ...] = ()


class DraftStage:
    """Proposes one item: this draft, with its scenes and pages counted."""

    key = "screenplay.draft"
    version = 1

    def plan(self, inputs: DraftInputs) -> Sequence[Ask]:
        """Nothing is asked."""
        del inputs
        return ()

    def propose(self, inputs: DraftInputs, answers: Sequence[Answer]) -> Proposal[DraftFact]:
        """The draft, for a person to accept; a new draft is a new item."""
        del answers
        script = inputs.screenplay
        fact = DraftFact(
            title=script.title,
            source_digest=script.source_digest,
            scenes=len(script.shot_scenes),
            pages=script.pages,
            eighths=Eighths(sum(scene.eighths for scene in script.shot_scenes)),
            format=script.source_format,
        )
        item = Item(
            id=ItemId(stable_id("draft", script.source_digest)),
            label=f"Draft · {fact.scenes} scenes · {fact.pages} pages",
            fact=fact,
            evidence=(from_fact(script.source_digest, f"screenplay.{script.source_format}"),),
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=(item,),
            findings=inputs.findings,
        )


STAGE = DraftStage()
