"""A scene read as beats: what happens, to whom, who is there, and what it asks of the camera."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from secondunit.core.evidence import ScriptSpan
from secondunit.core.ids import LineId
from secondunit.film.screenplay.model import PRINTED, SPOKEN, Line, LineKind, Scene
from secondunit.film.shots.cast.roles import is_seen
from secondunit.film.shots.model import Pose
from secondunit.film.shots.reading.vocabulary import (
    Mention,
    Vocabulary,
    count_words,
    pose_of,
    sentences,
)


class BeatKind(StrEnum):
    """What a beat is."""

    ACTION = "action"
    SPEECH = "speech"
    DIRECTION = "direction"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One sentence of action, one speech, one written shot, or one other line.

    Args:
        kind: What it is.
        lines: Lines it stands in.
        span: Its words; None where a line has none.
        text: Its words, for the caption.
        names: Cast it names, in order, pronouns read.
        subject: Who does it, or "".
        asks: Classes of verbs found (``look``, ``enter``, ``exit``, ``move``, ``handle``,
            ``chase``, ``fight``) and signs of a pattern (``montage``, ``reveal``...).
        direction: Shot it names outright (``close``, ``pov``...), or "".
        props: Things it names.
        words: Number of words.
        turn: An emotional turn: a question, an outcry, a parenthetical, a pause.
        seen: For a speech: the speaker is in sight.
        dual: For a speech: spoken at the same time as another.
        present: Who is in the set.
        poses: What everyone present does, by name.
    """

    kind: BeatKind
    lines: tuple[LineId, ...]
    span: ScriptSpan | None
    text: str
    names: tuple[str, ...] = ()
    subject: str = ""
    asks: frozenset[str] = frozenset()
    direction: str = ""
    props: tuple[str, ...] = ()
    words: int = 0
    turn: bool = False
    seen: bool = True
    dual: bool = False
    present: tuple[str, ...] = ()
    poses: tuple[tuple[str, Pose], ...] = ()


def read_beats(scene: Scene, props: Sequence[str], words: Vocabulary) -> tuple[Beat, ...]:
    """Read a scene.

    Args:
        scene: The scene; its heading is no beat.
        props: Things it handles by the breakdown.
        words: The production's vocabulary.

    Returns:
        Beats in script order; who is present is filled in by ``presence``.
    """
    reader = _Reader(scene, props, words)
    beats = [beat for group in _groups(scene) for beat in reader.read(group)]
    return tuple(beats)


def _groups(scene: Scene) -> Iterator[tuple[Line, ...]]:
    """Printed lines after the heading, a cue together with what is said under it."""
    group: list[Line] = []
    for line in scene.lines:
        if line.kind not in PRINTED or line.kind is LineKind.HEADING:
            continue
        said = line.kind in SPOKEN or line.kind is LineKind.PARENTHETICAL
        if not (said and group and group[0].kind is LineKind.CUE):
            if group:
                yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


class _Reader:
    """Reads groups of lines in order, remembering who was named last."""

    def __init__(self, scene: Scene, props: Sequence[str], words: Vocabulary) -> None:
        self._scene = scene
        self._words = words
        self._last: dict[str, str] = {}
        self._doer = ""
        self._props = (
            re.compile(
                r"(?<!\w)(?:"
                + "|".join(re.escape(prop) for prop in sorted(props, key=lambda p: (-len(p), p)))
                + r")s?(?!\w)",
                re.IGNORECASE,
            )
            if props
            else None
        )

    def read(self, group: tuple[Line, ...]) -> Iterator[Beat]:
        """Beats of one group."""
        first = group[0]
        if first.kind is LineKind.CUE:
            yield self._speech(group)
        elif first.kind in SPOKEN:
            yield self._plain(first, BeatKind.ACTION)
        elif first.kind in {LineKind.ACTION, LineKind.GENERAL}:
            self._doer = ""
            for start, end in sentences(first.text):
                beat = self._sentence(first, start, end, BeatKind.ACTION)
                self._doer = beat.subject or self._doer
                yield beat
            if not first.text.strip():
                yield self._plain(first, BeatKind.OTHER)
        elif first.kind is LineKind.SHOT:
            yield self._sentence(first, 0, len(first.text), BeatKind.DIRECTION)
        else:
            yield self._plain(first, BeatKind.OTHER)

    def _speech(self, group: tuple[Line, ...]) -> Beat:
        cue = group[0]
        speaker = cue.text.strip()
        said = [line for line in group if line.kind in SPOKEN]
        text = " ".join(line.text.replace("\n", " ") for line in said)
        aside = [line for line in group[1:] if line.kind is LineKind.PARENTHETICAL]
        if is_seen(cue.extension):
            self._remember(speaker)
        source = said[0] if said else cue
        return Beat(
            kind=BeatKind.SPEECH,
            lines=tuple(line.id for line in group),
            span=self._span(source, 0, len(source.text)),
            text=text,
            names=(speaker,),
            subject=speaker,
            words=count_words(text),
            turn=bool(aside) or text.rstrip().endswith(("?", "!")) or self._is_turn(text),
            seen=is_seen(cue.extension),
            dual=cue.side is not None,
        )

    def _is_turn(self, text: str) -> bool:
        return bool(re.search(r"\(beat\)|—\s*$|--\s*$", text, re.IGNORECASE))

    def _plain(self, line: Line, kind: BeatKind) -> Beat:
        return Beat(
            kind=kind,
            lines=(line.id,),
            span=self._span(line, 0, len(line.text)) if line.text else None,
            text=line.text.replace("\n", " "),
            words=count_words(line.text),
        )

    def _sentence(self, line: Line, start: int, end: int, kind: BeatKind) -> Beat:
        text = line.text[start:end]
        found = self._words.names(text)
        names = self._people(text, found)
        opens = any(hit.start == 0 and not hit.bare for hit in self._words.verbs.find(text))
        if not names and opens and self._doer:
            # “Takes a nail off its hook.”: who did the sentence before does this one.
            names = (self._doer,)
        many = len(names) > 1 or bool(re.match(r"(?:they|both|all|everyone)\b", text, re.I))
        verbs = [hit for hit in self._words.verbs.find(text) if many or not hit.bare]
        if re.match(r"we\b", text, re.I):
            verbs = [hit for hit in verbs if hit.asks not in {"look", "move"}]
        subject = names[0] if names else ""
        if verbs and found:
            before = [said.name for said in found if said.at < verbs[0].start and not said.owns]
            subject = before[0] if before else subject
        return Beat(
            kind=kind,
            lines=(line.id,),
            span=self._span(line, start, end),
            text=text.replace("\n", " "),
            names=names,
            subject=subject,
            asks=frozenset(hit.asks for hit in (*verbs, *self._words.signs.find(text))),
            direction=self._direction(text, kind),
            props=self._things(text),
            words=count_words(text),
            turn=bool(self._words.turns.find(text)),
            poses=tuple(self._poses(text, found, subject, many=many)),
        )

    def _people(self, text: str, found: list[Mention]) -> tuple[str, ...]:
        """Names in order of mention; he and she stand for who was named last."""
        people: list[tuple[int, str]] = []
        for pronoun in ("she", "he"):
            form = {"she": r"\b(?:she|her)\b", "he": r"\b(?:he|him|his)\b"}[pronoun]
            hit = re.search(form, text, re.IGNORECASE)
            named = [m.at for m in found if self._words.roles[m.name].pronoun == pronoun]
            if hit and pronoun in self._last and not any(at < hit.start() for at in named):
                people.append((hit.start(), self._last[pronoun]))
        people += [(said.at, said.name) for said in found]
        for said in found:
            self._remember(said.name)
        return tuple(dict.fromkeys(name for _, name in sorted(people, key=lambda p: p[0])))

    def _remember(self, name: str) -> None:
        role = self._words.roles.get(name)
        if role is not None and role.pronoun != "it":
            self._last[role.pronoun] = name

    def _poses(
        self, text: str, found: list[Mention], subject: str, *, many: bool
    ) -> Iterator[tuple[str, Pose]]:
        for hit in self._words.poses.find(text):
            noun = hit.asks == "phone" or text[hit.start : hit.end].lower() in {"asleep"}
            if hit.bare and not (many or noun):
                continue
            before = [said for said in found if said.at < hit.start]
            led = re.match(r"(?:she|he|they)\b", text, re.IGNORECASE)
            if before and before[-1].owns:
                continue
            name = before[-1].name if before else found[0].name if found and not led else subject
            if name:
                yield name, pose_of(hit.asks)

    def _direction(self, text: str, kind: BeatKind) -> str:
        for hit in self._words.directions.find(text):
            shouted = text[hit.start : hit.end].isupper()
            if kind is BeatKind.DIRECTION or hit.start <= 1 or shouted:
                return hit.asks
        return ""

    def _things(self, text: str) -> tuple[str, ...]:
        if self._props is None:
            return ()
        return tuple(dict.fromkeys(found.lower() for found in self._props.findall(text)))

    def _span(self, line: Line, start: int, end: int) -> ScriptSpan:
        return ScriptSpan(
            scene=self._scene.id, line=line.id, start=start, end=end, quote=line.text[start:end]
        )
