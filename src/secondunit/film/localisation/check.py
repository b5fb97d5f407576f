"""Check subtitles against a style, from the finished list alone."""

from __future__ import annotations

from collections.abc import Iterable

from secondunit.core.finding import Finding, Severity
from secondunit.core.timecode import timecode
from secondunit.film.localisation.model import DialogueList, Subtitle, SubtitleStyle


def check_subtitles(listed: DialogueList, style: SubtitleStyle) -> tuple[Finding, ...]:
    """Every rule a subtitle breaks. An overlap, a lost word or too many rows is an error; speed
    and length, which the speech itself may force, are warnings."""
    findings: list[Finding] = []
    free = 0
    for each in listed.subtitles:
        where = f"subtitle {each.number} at {timecode(listed.start + each.start, listed.rate)}"
        for severity, rule, message in _broken(each, listed, style):
            findings.append(_finding(severity, rule, where, message))
        if each.start < free:
            findings.append(
                _finding(Severity.ERROR, "overlap", where, "begins before the one before it ends")
            )
        elif each.number > 1 and each.start < free + style.gap_frames:
            findings.append(
                _finding(
                    Severity.ERROR, "gap", where, f"less than {style.gap_frames} frames after it"
                )
            )
        free = each.end
    findings += _lost_words(listed)
    return tuple(findings)


def _broken(
    each: Subtitle, listed: DialogueList, style: SubtitleStyle
) -> Iterable[tuple[Severity, str, str]]:
    frames = each.end - each.start
    if frames <= 0 or each.start < 0 or each.end > listed.duration:
        yield Severity.ERROR, "outside", "does not lie within the cut"
        return
    if len(each.rows) > style.max_rows:
        yield Severity.ERROR, "rows", f"has {len(each.rows)} rows, {style.max_rows} are allowed"
    for row in each.rows:
        if len(row) > style.max_characters:
            yield Severity.ERROR, "width", f"has a row of {len(row)} characters"
    rate = listed.rate
    if (
        frames * 24 * rate.denominator
        < style.min_frames_24 * rate.numerator - 12 * rate.denominator
    ):
        yield Severity.WARNING, "short", f"stays {frames} frames, too short to be noticed"
    if frames * rate.denominator > style.max_seconds * rate.numerator + rate.denominator:
        yield Severity.WARNING, "long", f"stays longer than {style.max_seconds} s"
    characters = sum(len(row) for row in each.rows) + len(each.rows) - 1
    if characters * rate.numerator > style.max_reading_speed * frames * rate.denominator:
        speed = characters * rate.numerator / (frames * rate.denominator)
        yield (
            Severity.WARNING,
            "speed",
            f"reads at {speed:.0f} characters a second, {style.max_reading_speed} are allowed",
        )


def _lost_words(listed: DialogueList) -> Iterable[Finding]:
    shown: dict[int, str] = {}
    for each in listed.subtitles:
        for number in each.events:
            shown[number] = shown.get(number, "") + "".join("".join(each.rows).split())
    for event in listed.events:
        if "".join(event.text.split()) != shown.get(event.number, ""):
            yield _finding(
                Severity.ERROR, "words", f"speech {event.number}", "is not shown word for word"
            )


def _finding(severity: Severity, rule: str, where: str, message: str) -> Finding:
    return Finding(
        severity=severity,
        rule=f"localisation.{rule}",
        where=where,
        message=message,
        remedy="Give the speech more time in the cut, or edit the subtitle.",
    )
