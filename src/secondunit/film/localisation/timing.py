"""Time subtitles: with their speech, kept apart, closed up, and off the shot changes.

All in whole frames. A subtitle begins with its speech. Where the speech is faster than the style
allows, it stays on into free time, as far as the end of its scene; no word is ever left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from secondunit.core.timecode import Frames, Rate
from secondunit.film.cut.model import Cut
from secondunit.film.localisation.model import DialogueEvent, Subtitle, SubtitleStyle
from secondunit.film.localisation.pieces import Clock, Piece, cut_pieces, join_exchanges


def clock_of(style: SubtitleStyle, rate: Rate) -> Clock:
    """The style's lengths of time in frames of a rate, halves rounded up."""
    return Clock(
        rate=rate,
        speed=style.max_reading_speed,
        shortest=int(rate.frames_in(Fraction(style.min_frames_24, 24))),
        longest=int(rate.frames_in(Fraction(style.max_seconds))),
        gap=style.gap_frames,
        chain=int(rate.frames_in(Fraction(style.chain_frames_24, 24))),
        near=int(rate.frames_in(Fraction(style.shot_change_frames_24, 24))),
        pull=int(rate.frames_in(Fraction(style.shot_change_pull_24, 24))),
        late=style.late_frames,
    )


def time_subtitles(
    events: Sequence[DialogueEvent], cut: Cut, style: SubtitleStyle
) -> tuple[Subtitle, ...]:
    """Subtitles of all speeches in the order of the cut.

    Args:
        events: The speeches, in the order of the cut.
        cut: Where shots and scenes change.
        style: The rules.
    """
    clock = clock_of(style, cut.rate)
    changes = [int(clip.record_in) for clip in cut.clips]
    until = _scene_ends(events, cut)
    pieces = cut_pieces(events, until, style, clock)
    pieces = join_exchanges(pieces, until, style, clock)
    pieces = _a_little_late(_on_shot_changes(pieces, changes, clock), changes, clock)
    timed = []
    for index, piece in enumerate(pieces):
        end = _end(pieces, index, changes, until, clock)
        timed.append(
            Subtitle(
                number=index + 1,
                start=Frames(piece.start),
                end=Frames(end),
                rows=piece.rows,
                events=piece.events,
            )
        )
    return tuple(timed)


def _scene_ends(events: Sequence[DialogueEvent], cut: Cut) -> dict[int, int]:
    """For each speech, one past the last frame of the stretch of its scene that it stands in."""
    stretches: list[tuple[int, int]] = []
    before = None
    for clip in cut.clips:
        end = clip.record_in + clip.duration
        if clip.scene == before:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((int(clip.record_in), end))
        before = clip.scene
    starts = [start for start, _ in stretches]
    return {
        event.number: max(stretches[bisect_left(starts, event.start + 1) - 1][1], event.end)
        for event in events
    }


def _on_shot_changes(pieces: list[Piece], changes: Sequence[int], clock: Clock) -> list[Piece]:
    """Move beginnings that stand near a shot change onto it, or away from it.

    Nothing moves that would leave a subtitle, or the one before it, too short to read.

    Source: Netflix timed-text timing guidelines: in-times 1 to 11 frames after a change go to
    it, 8 to 11 before go to 12 before it, nearer ones go to it (at 24).
    """
    moved: list[Piece] = []
    for index, piece in enumerate(pieces):
        start = _begin(piece.start, changes, clock)
        least = moved[-1].start + clock.needed(moved[-1].rows) + clock.gap if moved else 0
        following = pieces[index + 1].start if index + 1 < len(pieces) else piece.end + clock.gap
        latest = following - clock.gap - clock.needed(piece.rows)
        may = least <= start < piece.start or piece.start < start <= latest
        moved.append(replace(piece, start=start) if may else piece)
    return moved


def _a_little_late(pieces: list[Piece], changes: Sequence[int], clock: Clock) -> list[Piece]:
    """Begin a subtitle a frame or two late where that lets the one before it be read."""
    moved = list(pieces)
    on_change = set(changes)
    for index in range(len(moved) - 1):
        piece, following = moved[index], moved[index + 1]
        missing = clock.needed(piece.rows) + clock.gap - (following.start - piece.start)
        if not 0 < missing <= clock.late or following.start in on_change:
            continue
        start = following.start + missing
        after = moved[index + 2].start if index + 2 < len(moved) else following.end + clock.gap
        if start + clock.needed(following.rows) + clock.gap <= after:
            moved[index + 1] = replace(following, start=start)
    return moved


def _begin(start: int, changes: Sequence[int], clock: Clock) -> int:
    after = bisect_left(changes, start)
    if after < len(changes):
        ahead = changes[after] - start
        if 0 < ahead <= clock.pull or ahead == 0:
            return changes[after]
    if after and start - changes[after - 1] < clock.near:
        return changes[after - 1]
    if after < len(changes) and changes[after] - start < clock.near:
        return max(0, changes[after] - clock.near)
    return start


def _end(
    pieces: Sequence[Piece],
    index: int,
    changes: Sequence[int],
    until: dict[int, int],
    clock: Clock,
) -> int:
    """One past the last frame: as long as said and read, closed up to the next, off the changes.

    Source: Netflix timed-text timing guidelines: an out-time near a shot change goes to two
    frames before it or half a second after it; a gap below half a second is closed to two frames.
    """
    piece = pieces[index]
    last = max(until[event] for event in piece.events)
    following = pieces[index + 1].start if index + 1 < len(pieces) else None
    most = last if following is None else min(last, following - clock.gap)
    most = max(piece.start + 1, min(most, piece.start + clock.longest))
    need = clock.needed(piece.rows)
    wanted = min(most, max(piece.end, piece.start + need))
    if following is not None and following - wanted < clock.chain:
        return most
    near = changes[bisect_left(changes, wanted - clock.near) :]
    options = {wanted, most if most - wanted < clock.near else wanted}
    for change in near:
        if change - wanted > clock.near:
            break
        options |= {change - clock.gap, change + clock.near}

    def hurt(end: int) -> tuple[bool, int, bool, bool, int, int]:
        chained = following is None or not clock.gap < following - end < clock.chain
        return (
            _on_change(end, changes, clock),
            max(0, piece.start + need - end),
            not _clear(end, changes, clock),
            not chained,
            abs(end - wanted),
            end,
        )

    return min((end for end in options if piece.start < end <= most), key=hurt)


def _on_change(end: int, changes: Sequence[int], clock: Clock) -> bool:
    """True when an out-time is on a shot change, or nearer before it than the gap."""
    place = bisect_left(changes, end)
    return place < len(changes) and changes[place] - end < clock.gap


def _clear(end: int, changes: Sequence[int], clock: Clock) -> bool:
    """True when an out-time is far from every shot change, or just the gap before one."""
    place = bisect_left(changes, end)
    ahead = changes[place] - end if place < len(changes) else clock.near
    behind = end - changes[place - 1] if place else clock.near
    return ahead == clock.gap or (ahead >= clock.near and behind >= clock.near)
