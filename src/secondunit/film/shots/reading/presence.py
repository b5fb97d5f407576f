"""Who is in the set at each moment of a scene, and what each one does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from secondunit.film.shots.model import Pose
from secondunit.film.shots.reading.beats import Beat, BeatKind

TRANSIENT = frozenset({Pose.WALK, Pose.RUN, Pose.FALL, Pose.POINT, Pose.STAND, Pose.HOLD, Pose.HUG})
"""Poses that last for one beat."""


def with_presence(
    beats: Sequence[Beat], cast: Sequence[str], away: Collection[str], known: Collection[str]
) -> tuple[Beat, ...]:
    """Fill in who is in the set at each beat, and what they do.

    Those who come in later are not there before; those who go are gone until they are named
    again; a pose stays until the next one, but running, falling and pointing pass.

    Args:
        beats: The scene.
        cast: Who plays in it by the breakdown; those it only names are found here.
        away: Who is elsewhere (the far end of a call), whatever the words say.
        known: Names that have a figure.
    """
    return tuple(_walk(beats, [n for n in _onstage(beats, cast, away) if n in known]))


def _walk(beats: Sequence[Beat], seen: Sequence[str]) -> Iterator[Beat]:
    late = _latecomers(beats)
    here = [name for name in seen if name not in late]
    poses: dict[str, Pose] = {}
    for beat in beats:
        acts = beat.kind in {BeatKind.ACTION, BeatKind.DIRECTION}
        named = beat.names if acts or beat.seen else ()
        here += [name for name in named if name in seen and name not in here]
        if acts:
            for name, pose in beat.poses:
                poses[name] = pose
            if beat.asks & {"enter", "exit"} and beat.subject:
                poses[beat.subject] = Pose.WALK
        now = [name for name in seen if name in here]
        yield replace(
            beat,
            present=tuple(now),
            poses=tuple((name, poses[name]) for name in now if name in poses),
        )
        if acts:
            for name in list(poses):
                if poses[name] in TRANSIENT:
                    poses.pop(name)
        if acts and "exit" in beat.asks and beat.subject in here and "enter" not in beat.asks:
            here.remove(beat.subject)


def _onstage(beats: Sequence[Beat], cast: Sequence[str], away: Collection[str]) -> list[str]:
    voices = {b.subject for b in beats if b.kind is BeatKind.SPEECH and not b.seen}
    speakers = [b.subject for b in beats if b.kind is BeatKind.SPEECH and b.seen]
    acting = [
        name for b in beats if b.kind in {BeatKind.ACTION, BeatKind.DIRECTION} for name in b.names
    ]
    unseen = (voices - set(speakers) - set(acting)) | set(away)
    everyone = [*acting, *speakers, *cast]
    return [name for name in dict.fromkeys(everyone) if name not in unseen]


def _latecomers(beats: Sequence[Beat]) -> set[str]:
    """Names whose first mention brings them in or reveals them, but not in the first beat."""
    known: set[str] = set()
    late: set[str] = set()
    for place, beat in enumerate(beats):
        if place and beat.kind is BeatKind.ACTION and "enter" in beat.asks:
            late |= {beat.subject} - known - {""}
        if place and beat.kind is BeatKind.ACTION and "reveal" in beat.asks:
            late |= set(beat.names[-1:]) - known
        known |= set(beat.names)
    return late
