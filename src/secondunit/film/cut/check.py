"""Check a cut against its shots: no gap, no overlap, nothing past its media, nothing missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import ShotId
from secondunit.film.cut.model import Cut
from secondunit.film.shots.model import ShotSpec


def check_cut(cut: Cut, shots: Sequence[ShotSpec]) -> tuple[Finding, ...]:
    """Every way in which a cut is not what it must be, then where it departs from its shots.

    A gap, an overlap, or frames that the media does not have are errors: no film can be made of
    it. A shot that is missing, repeated, moved or not in the shot list may be an editor's wish
    and is a warning.

    Args:
        cut: The cut.
        shots: The shot list, in script order.
    """
    return (*_timeline(cut), *_against(cut, shots))


def _timeline(cut: Cut) -> Iterator[Finding]:
    at = 0
    for clip in cut.clips:
        apart = clip.record_in - at
        if apart:
            what = f"a gap of {apart} frames" if apart > 0 else f"an overlap of {-apart} frames"
            yield _finding(Severity.ERROR, "cut.gap", clip.number, f"{what} before it")
        if clip.duration <= 0 or clip.source_in < 0:
            yield _finding(
                Severity.ERROR, "cut.empty-clip", clip.number, "uses no frame of its media"
            )
        past = clip.source_in + clip.duration - clip.media_frames
        if clip.media_frames and past > 0:
            message = f"uses {past} frames past the end of its media"
            yield _finding(Severity.ERROR, "cut.past-media", clip.number, message)
        at = clip.record_in + clip.duration


def _against(cut: Cut, shots: Sequence[ShotSpec]) -> Iterator[Finding]:
    place = {shot.id: index for index, shot in enumerate(shots)}
    counts: dict[ShotId, int] = {}
    last = -1
    for clip in cut.clips:
        counts[clip.shot] = counts.get(clip.shot, 0) + 1
        here = place.get(clip.shot)
        if here is None:
            message = "is in the cut and not in the shot list"
            yield _finding(Severity.WARNING, "cut.unknown-shot", clip.number, message)
            continue
        if here < last:
            message = "stands after a shot that follows it in the script"
            yield _finding(Severity.WARNING, "cut.order", clip.number, message)
        last = max(last, here)
    for shot in shots:
        count = counts.get(shot.id, 0)
        if count == 0:
            yield _finding(Severity.WARNING, "cut.missing-shot", shot.number, "is not in the cut")
        elif count > 1:
            message = f"is in the cut {count} times"
            yield _finding(Severity.WARNING, "cut.repeated-shot", shot.number, message)


def _finding(severity: Severity, rule: str, number: str, message: str) -> Finding:
    return Finding(
        severity=severity,
        rule=rule,
        where=f"shot {number}",
        message=message,
        remedy="Correct the cut, or assemble it again.",
    )
