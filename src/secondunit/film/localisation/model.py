"""The nouns of localisation."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.ids import LineId, SceneId
from secondunit.core.timecode import Frames, Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueEvent:
    """One speech, as spotted.

    Args:
        number: From 1.
        scene: Its scene.
        scene_number: As people call it.
        line: The scripted line.
        speaker: Character.
        text: What is said.
        parenthetical: How, by the script, or "".
        off_screen: True for V.O., O.S., O.C.
        start: First frame in the cut.
        end: One past the last frame.
        extension: What follows the name in the cue, without brackets (``V.O.``), or "".
        dual: True when it is said at the same time as another.
    """

    number: int
    scene: SceneId
    scene_number: str
    line: LineId
    speaker: str
    text: str
    parenthetical: str
    off_screen: bool
    start: Frames
    end: Frames
    extension: str = ""
    dual: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtitle:
    """One subtitle event.

    Args:
        number: From 1.
        start: First frame.
        end: One past the last frame.
        rows: One or two rows.
        events: Numbers of the dialogue events it carries: one, or two speakers who share it, a
            row each, with the style's mark before it.
    """

    number: int
    start: Frames
    end: Frames
    rows: tuple[str, ...]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitleStyle:
    """Rules of one style guide. Read from a data file.

    Frames at 24 are a length of time: they scale with the rate. The gap does not.

    Args:
        language: BCP 47.
        max_rows: Rows in an event.
        max_characters: Characters in a row.
        max_reading_speed: Characters a second, spaces counted.
        min_frames_24: Shortest event at 24 fps.
        max_seconds: Longest event.
        gap_frames: Least gap between events, at any rate.
        source: Style guide and date it was checked.
        break_before: Words before which a row may well begin.
        keep_with_next: Words that must not end a row.
        chain_frames_24: A gap below this is closed to ``gap_frames``; 0 for no such rule.
        shot_change_frames_24: How far from a shot change an event begins or ends that does not
            begin on it or end ``gap_frames`` before it; 0 for no such rule.
        shot_change_pull_24: This close before a shot change, a beginning moves to it.
        late_frames: How many frames after its speech an event may begin where that gives the one
            before it the time to be read.
        first_speaker: What stands before the first of two speakers who share an event.
        second_speaker: What stands before the second.
    """

    language: str
    max_rows: int
    max_characters: int
    max_reading_speed: int
    min_frames_24: int
    max_seconds: int
    gap_frames: int
    source: str
    break_before: tuple[str, ...] = ()
    keep_with_next: tuple[str, ...] = ()
    chain_frames_24: int = 0
    shot_change_frames_24: int = 0
    shot_change_pull_24: int = 0
    late_frames: int = 0
    first_speaker: str = "-"
    second_speaker: str = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueList:
    """Dialogue and subtitles of one language.

    Args:
        language: BCP 47.
        rate: Frame rate of all positions.
        start: Timecode of frame 0 of the cut, in frames.
        duration: Length of the cut.
        events: The speeches.
        subtitles: The subtitles.
        shot_changes: First frame of every shot of the cut it was timed to.
    """

    language: str
    rate: Rate
    start: Frames
    duration: Frames
    events: tuple[DialogueEvent, ...]
    subtitles: tuple[Subtitle, ...]
    shot_changes: tuple[Frames, ...] = ()
