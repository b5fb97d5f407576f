"""Check subtitles against a style, from the finished list alone.

Recomputed here with nothing taken from the code that times and breaks subtitles, so that a fault
there, or a change made by hand, cannot pass unseen.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from fractions import Fraction

from secondunit.core.finding import Finding, Severity
from secondunit.core.timecode import timecode
from secondunit.film.localisation.model import DialogueList, Subtitle, SubtitleStyle

Broken = tuple[Severity, str, str]

REMEDIES = {
    "speed": "Give the speech more time in the cut, or shorten the subtitle.",
    "short": "Give the speech more time in the cut, or join it with its neighbour.",
    "long": "Break it in two.",
    "rows": "Break it in two.",
    "width": "Break the row elsewhere.",
    "words": "Show every word of the speech, or say why not when you amend the list.",
}


def check_subtitles(listed: DialogueList, style: SubtitleStyle) -> tuple[Finding, ...]:
    """Every rule that a subtitle breaks.

    An overlap, a missing gap, a lost word, a row too many or too wide is an error. Speed and
    length, which the script's own pace may force, are warnings; what stands near a shot change
    or leaves a gap open is a note.

    Args:
        listed: The finished list.
        style: The rules.
    """
    findings: list[Finding] = []
    before: Subtitle | None = None
    for each in listed.subtitles:
        broken = [*_alone(each, listed, style), *_after(before, each, listed, style)]
        if listed.shot_changes and style.shot_change_frames_24:
            broken += _at_shot_changes(each, listed, style)
        findings += [_finding(*each_broken, _where(each, listed)) for each_broken in broken]
        before = each
    findings += _lost_words(listed, style)
    return tuple(findings)


def _alone(each: Subtitle, listed: DialogueList, style: SubtitleStyle) -> Iterator[Broken]:
    """Rules for one subtitle: place, rows, width, length, reading speed."""
    frames = each.end - each.start
    if frames <= 0 or each.start < 0 or each.end > listed.duration:
        yield Severity.ERROR, "outside", "does not lie within the cut"
        return
    if not each.rows or len(each.rows) > style.max_rows:
        yield Severity.ERROR, "rows", f"has {len(each.rows)} rows, {style.max_rows} are allowed"
    for row in each.rows:
        if len(row) > style.max_characters or not row.strip():
            most = style.max_characters
            yield Severity.ERROR, "width", f"has a row of {len(row)} characters, {most} are allowed"
    rate = listed.rate.fraction
    half = Fraction(1, 2)
    if frames < rate * style.min_frames_24 / 24 - half:
        yield Severity.WARNING, "short", f"stays {frames} frames, too short to be noticed"
    if frames > rate * style.max_seconds + half:
        yield Severity.WARNING, "long", f"stays longer than {style.max_seconds} s"
    characters = len(" ".join(each.rows))
    if characters * rate > style.max_reading_speed * frames:
        speed = characters * rate / frames
        most = style.max_reading_speed
        yield (
            Severity.WARNING,
            "speed",
            f"reads at {float(speed):.1f} characters a second, {most} are allowed",
        )


def _after(
    before: Subtitle | None, each: Subtitle, listed: DialogueList, style: SubtitleStyle
) -> Iterator[Broken]:
    """Rules between neighbours: no overlap, the least gap, no gap left open."""
    if before is None:
        return
    gap = each.start - before.end
    if gap < 0:
        yield Severity.ERROR, "overlap", "begins before the one before it ends"
    elif gap < style.gap_frames:
        yield Severity.ERROR, "gap", f"leaves {gap} frames after the one before it"
    elif style.gap_frames < gap < _scaled(style.chain_frames_24, listed):
        full = before.end - before.start >= _scaled(24 * style.max_seconds, listed)
        at_change = before.end + style.gap_frames in listed.shot_changes
        if not full and not at_change:
            yield Severity.NOTE, "chain", f"leaves a gap of {gap} frames open"


def _at_shot_changes(
    each: Subtitle, listed: DialogueList, style: SubtitleStyle
) -> Iterator[Broken]:
    """An in-time on or clear of each change, an out-time the gap before or clear of it."""
    near = _scaled(style.shot_change_frames_24, listed)
    for change in _around(each.start, near, listed):
        if change != each.start:
            yield Severity.NOTE, "shot-change", f"begins {_apart(each.start, change)}"
    for change in _around(each.end, near, listed):
        if change - each.end != style.gap_frames:
            yield Severity.NOTE, "shot-change", f"ends {_apart(each.end, change)}"


def _around(frame: int, near: int, listed: DialogueList) -> tuple[int, ...]:
    """Shot changes less than ``near`` frames from a frame."""
    first = bisect_right(listed.shot_changes, frame - near)
    return listed.shot_changes[first : bisect_left(listed.shot_changes, frame + near)]


def _apart(frame: int, change: int) -> str:
    if frame == change:
        return "on a shot change"
    return f"{abs(frame - change)} frames {'after' if frame > change else 'before'} a shot change"


def _scaled(frames_24: int, listed: DialogueList) -> int:
    """A length in frames at 24 as frames of the list's rate, halves rounded up."""
    return int(listed.rate.fraction * frames_24 / 24 + Fraction(1, 2))


def _lost_words(listed: DialogueList, style: SubtitleStyle) -> Iterator[Finding]:
    """Every speech, word for word, in the rows that carry it."""
    shown: dict[int, str] = {}
    for each in listed.subtitles:
        marks = (style.first_speaker, style.second_speaker)
        if len(each.events) == 2 == len(each.rows):
            for number, mark, row in zip(each.events, marks, each.rows, strict=True):
                shown[number] = shown.get(number, "") + _bare(row.removeprefix(mark))
        else:
            for number in each.events:
                shown[number] = shown.get(number, "") + _bare("".join(each.rows))
    for event in listed.events:
        if _bare(event.text) != shown.get(event.number, ""):
            where = f"speech {event.number}, scene {event.scene_number}, {event.speaker}"
            yield _finding(Severity.ERROR, "words", "is not shown word for word", where)


def _bare(text: str) -> str:
    return "".join(text.split())


def _where(each: Subtitle, listed: DialogueList) -> str:
    at = timecode(max(0, listed.start + each.start), listed.rate)
    who = [
        f"scene {event.scene_number}, {event.speaker}"
        for event in listed.events
        if event.number in each.events
    ]
    return f"subtitle {each.number} at {at} ({'; '.join(dict.fromkeys(who))})"


def _finding(severity: Severity, rule: str, message: str, where: str) -> Finding:
    return Finding(
        severity=severity,
        rule=f"localisation.{rule}",
        where=where,
        message=message,
        remedy=REMEDIES.get(rule, "Move its in or out point."),
    )
