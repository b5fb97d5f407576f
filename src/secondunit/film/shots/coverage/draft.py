"""A shot before it has a number, a camera and a length."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId
from secondunit.film.shots.model import Angle, Framing, Move, Pose, Size
from secondunit.film.shots.reading.beats import Beat, BeatKind

PHRASE_WORDS = 26
"""Longest caption of a panel, words."""


class Rule(StrEnum):
    """Why a shot is proposed; quoted as evidence.

    Source: coverage as taught (Katz, Mascelli, Arijon), in the order in which it is tried.
    """

    WRITTEN = "shots.written: the script names the shot"
    ESTABLISHING = "shots.establishing: a new place or time is established"
    MASTER = "shots.master: a scene opens on the geography of its people"
    ENTRANCE = "shots.entrance: who comes or goes is seen wide at the door"
    LOOK = "shots.look: a look is seen, then what it sees"
    INSERT = "shots.insert: a handled thing is seen close"
    MOVEMENT = "shots.movement: the camera goes with who moves"
    PEOPLE = "shots.people: what people do is framed on those who do it"
    PLACE = "shots.place: what happens to nobody is seen in the set"
    OVER_SHOULDER = "shots.over-shoulder: a speaker's first line is seen over the listener"
    SINGLE = "shots.single: reverses alternate, closer as the talk goes on"
    EXCHANGE = "shots.exchange: short lines and lines at once share a two-shot"
    REACTION = "shots.reaction: a long speech is broken by who listens"
    GROUP = "shots.group: a third voice widens the frame to all who talk"
    PHONE = "shots.phone: who is on the telephone is seen alone with it"
    WELCOME = "shots.welcome: who comes in is seen, and then who sees it"
    WALK = "shots.walk-and-talk: the camera goes before two who walk and talk"
    CHASE = "shots.chase: who flees and who follows, in turn, the camera on the run"
    FIGHT = "shots.fight: both in the frame, then who strikes and who is struck"
    REVEAL = "shots.reveal: a reveal is first seen on who sees it"
    MONTAGE = "shots.montage: a picture for each moment, none like the one before"
    RESPONSE = "shots.response: what is done to somebody is seen on them, too"
    VOICE = "shots.voice: an unseen voice plays on who hears it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A shot as the rules want it.

    Args:
        rule: Why.
        framing: What the frame is built on.
        size: Shot size.
        angle: Camera angle.
        move: Camera move.
        subjects: Main one first.
        beats: The beats it covers, in script order.
        covers: Lines beyond those of its beats (heading, transitions).
        prop: Thing shown, or held by the subject.
        looker: Whose eyes a POV sees through.
        gaze: Who looks at whom: name and target.
        travel: Name and ``enter``, ``exit``, ``cross`` or ``chase``; or "".
        place: Set of the far end of a call.
        share: Share of its beats' time this shot takes.
        walkers: Who walk side by side through the shot.
    """

    rule: Rule
    framing: Framing
    size: Size
    angle: Angle = Angle.EYE
    move: Move = Move.STATIC
    subjects: tuple[str, ...] = ()
    beats: tuple[Beat, ...] = ()
    covers: tuple[LineId, ...] = ()
    prop: str = ""
    looker: str = ""
    gaze: tuple[tuple[str, str], ...] = ()
    travel: tuple[str, str] = ("", "")
    place: str = ""
    share: float = 1.0
    walkers: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[LineId, ...]:
        """All lines it covers: its own beats' first, then those given to it."""
        own = [line for beat in self.beats for line in beat.lines]
        return tuple(dict.fromkeys([*self.covers, *own]))

    @property
    def spans(self) -> tuple[ScriptSpan, ...]:
        """The words it covers."""
        return tuple(beat.span for beat in self.beats if beat.span is not None)

    @property
    def speech(self) -> Beat | None:
        """The first speech in it."""
        return next((beat for beat in self.beats if beat.kind is BeatKind.SPEECH), None)

    @property
    def present(self) -> tuple[str, ...]:
        """Who is in the set."""
        return tuple(dict.fromkeys(name for beat in self.beats for name in beat.present))

    @property
    def poses(self) -> dict[str, Pose]:
        """What they do, the last word counting."""
        return {name: pose for beat in self.beats for name, pose in beat.poses}

    @property
    def words(self) -> int:
        """Words of action in it."""
        return sum(beat.words for beat in self.beats if beat.kind is not BeatKind.SPEECH)

    @property
    def caption(self) -> str:
        """What happens, for the panel."""
        said = [beat.text for beat in self.beats if beat.kind is not BeatKind.SPEECH and beat.text]
        return shortened(" ".join(said))


def shortened(text: str) -> str:
    """A text cut to the length of a caption, with an ellipsis where it was cut."""
    words = text.split()
    if len(words) <= PHRASE_WORDS:
        return " ".join(words)
    return " ".join(words[:PHRASE_WORDS]).rstrip(",;:") + " …"
