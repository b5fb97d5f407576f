"""A small script through the real catalogue, with pictures, clips and formats stood in for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.pipeline.builder import make_office

from secondunit.adapters.folder import FolderOutbox
from secondunit.adapters.formats.fountain import FORMAT
from secondunit.adapters.performers import answer_words
from secondunit.adapters.providers.previs import PROVIDER
from secondunit.adapters.store.objects import open_folder
from secondunit.adapters.tables import PackagedTables
from secondunit.core.decision import Verdict
from secondunit.core.fact import Fact
from secondunit.core.ids import canonical_json, read_json
from secondunit.core.money import FREE
from secondunit.core.stage import Answer, Ask, MediaRef
from secondunit.film.cut.model import ClipReply, JoinRequest, SegmentRequest
from secondunit.film.generation.model import Order
from secondunit.film.review.sign_off import read_matrix
from secondunit.film.shots.model import MoveRequest
from secondunit.pipeline.catalogue import SHAPES
from secondunit.pipeline.decide import Ruling, Selection, decide, select
from secondunit.pipeline.draft import ScriptFile, add_draft
from secondunit.pipeline.press import Press
from secondunit.pipeline.produce import Watch, produce, stages_through
from secondunit.pipeline.queries import View
from secondunit.ports.formats import Reading
from secondunit.ports.media_store import MediaStore

SCRIPT = b"""INT. KITCHEN - DAY

MINA (9) lifts a lantern.

MINA
No.

EXT. YARD - NIGHT

A dog barks. DES waits.

DES
Come in, the soup is cold.
"""
TABLES = PackagedTables()
SIGN_OFF = read_matrix(TABLES.fetch_table("sign_off.toml"))


class StandInJobs:
    """Tags words as the studio does; gives clips of the right length that hold no picture.

    Args:
        media: Where the clips are kept: each is a line of text that says how long it is.
    """

    def __init__(self, media: MediaStore) -> None:
        self._media = media

    def perform(self, asks: Sequence[Ask], on_answer: Callable[[Answer], None]) -> None:
        for each in asks:
            body, media = self._answer(each)
            on_answer(
                Answer(
                    ask=each.digest,
                    body=body,
                    media=media,
                    provider="stand-in",
                    version="1",
                    cost=FREE,
                    milliseconds=1,
                )
            )

    def _answer(self, each: Ask) -> tuple[str, tuple[MediaRef, ...]]:
        if each.kind == "tokens":
            return answer_words(each.body).body, ()
        if each.kind == "panel":
            return "{}", (self._keep(each, 0, "image/png"),)
        if each.kind == "join":
            clips = read_json(each.body, JoinRequest).clips
            frames = sum(int(self._media.fetch_media(clip).split()[0]) for clip in clips)
        elif each.kind == "move":
            frames = read_json(each.body, MoveRequest).frames
        elif each.kind == "segment":
            frames = read_json(each.body, SegmentRequest).frames
        else:
            frames = read_json(each.body, Order).duration
        reply = canonical_json(ClipReply(frames=frames)).decode()
        return reply, (self._keep(each, frames, "video/mp4"),)

    def _keep(self, each: Ask, frames: int, media_type: str) -> MediaRef:
        data = f"{frames} {each.kind} {each.subject} {each.digest}".encode()
        return self._media.store_media(data, media_type, each.subject)


@dataclass(slots=True)
class StandInFormat:
    """Writes any document as JSON, and remembers how often it was asked to."""

    key: str
    suffix: str
    media_type: str = "application/json"
    written: list[object] = field(default_factory=list)

    def write(self, document: object) -> bytes:
        self.written.append(document)
        return canonical_json(document)


def make_press(folder: Path) -> Press:
    """A press that prints JSON into a folder."""
    return Press(
        pdf=StandInFormat("pdf", ".pdf"),
        csv=StandInFormat("csv", ".csv"),
        xlsx=StandInFormat("xlsx", ".xlsx"),
        storyboard=StandInFormat("storyboard", ".pdf"),
        cut=StandInFormat("cut", ".otio"),
        timed_text=(StandInFormat("srt", ".srt"), StandInFormat("vtt", ".vtt")),
        report=StandInFormat("report", ".html"),
        form=StandInFormat("form", ".pdf"),
        stripboard=StandInFormat("stripboard", ".pdf"),
        diary=StandInFormat("diary", ".ics"),
        html=StandInFormat("html", ".html"),
        form_html=StandInFormat("form-html", ".html"),
        outbox=FolderOutbox(folder),
        budget=StandInFormat("budget", ".xlsx"),
    )


def open_production(folder: Path) -> View:
    """The production of a folder, whatever is in it so far."""
    media = open_folder(folder / "media")
    office = make_office(folder)
    office = replace(office, media=media, jobs=StandInJobs(media), tables=TABLES, provider=PROVIDER)
    return View(office=office, shapes=SHAPES)


def read(text: bytes, name: str = "script.fountain") -> tuple[ScriptFile, Reading]:
    """A Fountain script as a file and as read."""
    file = ScriptFile(name=name, data=text)
    return file, FORMAT.read(text, name)


def make_production(
    folder: Path, text: bytes = SCRIPT, *, name: str = "script.fountain", through: str = ""
) -> View:
    """A script through the stages, its files in ``package``."""
    view = open_production(folder)
    add_draft(view, *read(text, name), by="Lea Roy")
    run_through(view, folder, through)
    return view


def run_through(view: View, folder: Path, through: str = "") -> Press:
    """Run the stages up to a department; the press that was used."""
    press = make_press(folder / "package")
    watch = Watch(begin=lambda _title: _quiet, end=lambda _report: None)
    produce(view, press, stages_through(through), watch)
    return press


def sign(
    view: View,
    verdict: str,
    stage: str,
    *,
    matching: str = "",
    by: str = "Ana Ruiz",
    **changes: str,
) -> tuple[Fact, ...]:
    """A decision on all that is open at a stage, in the first role that may take it."""
    rows = select(view, SIGN_OFF, Selection(stage=stage, matching=matching))
    role = SIGN_OFF.stages[stage].roles[0]
    ruling = Ruling(
        verdict=Verdict(verdict), by=by, role=role, reason="because", changes=changes or None
    )
    return decide(view, SIGN_OFF, rows, ruling)


def sign_everything(view: View) -> None:
    """Accept all that is open."""
    for stage in SIGN_OFF.stages:
        if view.open_items([stage]):
            sign(view, "accept", stage)


def _quiet(done: int, asked: int) -> None:
    del done, asked
