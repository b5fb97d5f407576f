"""Propose the breakdown: what each scene needs, each item quoting the words that ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from msgspec import UNSET

from secondunit.core.evidence import Evidence, ScriptSpan, from_rule, from_script
from secondunit.core.finding import Finding
from secondunit.core.ids import SceneId, digest, read_json
from secondunit.core.proposal import Item, Proposal
from secondunit.core.stage import Answer, Ask, ask
from secondunit.film.breakdown.cast import character_names, find_parts, is_group
from secondunit.film.breakdown.casting.nameless import fold_nameless, is_nameless, plain_name
from secondunit.film.breakdown.casting.performers import cast_performers
from secondunit.film.breakdown.categories import CategoryTable
from secondunit.film.breakdown.implied import implied_needs
from secondunit.film.breakdown.lexicon import Lexicon
from secondunit.film.breakdown.memory import EMPTY, Memory, recall
from secondunit.film.breakdown.model import Category, Element, element_id, element_label
from secondunit.film.breakdown.tagged import read_tags
from secondunit.film.breakdown.tokens import TokenReply, TokenRequest
from secondunit.film.breakdown.words.french import FrenchTagger
from secondunit.film.breakdown.words.reader import LineReader
from secondunit.film.screenplay.model import Line, LineKind, Scene, Screenplay

READ = frozenset({LineKind.ACTION, LineKind.SHOT, LineKind.GENERAL})
"""Kinds whose words are read for things; what is only spoken of is not there."""

_NAMED = frozenset({Category.CAST, Category.SET, Category.LOCATION})
"""Categories whose elements are called as the script calls its characters and sets."""

Key = tuple[SceneId, Category, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagInputs:
    """The script, the words to read it by, what this production's people said of them, and how
    the tags of a script file name our categories (None: its tags are not read)."""

    screenplay: Screenplay
    lexicon: Lexicon
    memory: Memory = EMPTY
    categories: CategoryTable | None = None


@dataclass(slots=True)
class _Gathered:
    evidence: list[Evidence] = field(default_factory=list)
    confidence: float = 0.0
    quantity: int = 1
    minor: bool = False
    implied: bool = False
    plays: str = ""


class _Readers:
    """A reader for each scene: a man who speaks is not background there, elsewhere any man is.

    Args:
        lexicon: The words to go by.
        names: Every character as cued or introduced.
        cast: Everybody in every scene.
    """

    def __init__(
        self, lexicon: Lexicon, names: Sequence[str], cast: Mapping[Key, _Gathered]
    ) -> None:
        self._lexicon = lexicon
        self._names = names
        self._nameless = frozenset(
            name for name in names if is_nameless(plain_name(name, names, lexicon), lexicon)
        )
        self._here: dict[SceneId, set[str]] = {}
        for (scene, _, name), each in cast.items():
            self._here.setdefault(scene, set()).update((name, each.plays))
        self._made: dict[frozenset[str], LineReader] = {}

    def of(self, scene: Scene) -> LineReader:
        """The reader of a scene."""
        here = self._nameless & self._here.get(scene.id, set())
        if here not in self._made:
            kept = [name for name in self._names if name in here or name not in self._nameless]
            self._made[here] = LineReader(self._lexicon, kept)
        return self._made[here]


class TagStage:
    """Reads every scene for what it needs."""

    key = "breakdown.tag"
    version = 4

    def plan(self, inputs: TagInputs) -> Sequence[Ask]:
        """One ask a scene for the words of its action; equal words are asked about once.

        French asks nothing: its words are told apart by the word lists.
        """
        if inputs.lexicon.language == "fr":
            return []
        return [
            ask(
                "tokens",
                f"Sc. {scene.number}",
                TokenRequest(lines=tuple(line.text for line in _read_lines(scene))),
            )
            for scene in inputs.screenplay.shot_scenes
        ]

    def propose(self, inputs: TagInputs, answers: Sequence[Answer]) -> Proposal[Element]:
        """Every element of every scene, in the order of the script, cast first."""
        script, lexicon = inputs.screenplay, inputs.lexicon
        names = character_names(script, lexicon)
        found: dict[Key, _Gathered] = {}
        notes = _gather_cast(found, script, lexicon, names)
        readers = _Readers(lexicon, names, found)
        for scene, words in zip(script.shot_scenes, _words(inputs, answers), strict=True):
            _gather_heading(found, scene)
            _gather_groups(found, scene, lexicon)
            _gather_words(found, scene, words, readers.of(scene))
        _gather_tags(found, inputs)
        items = [_item(key, gathered, script) for key, gathered in found.items()]
        proposed = [item.fact for item in items]
        for need in implied_needs(script, proposed, lexicon):
            gathered = _Gathered(
                evidence=[from_rule(f"implied: {need.rule}", need.because)],
                confidence=0.8,
                implied=True,
            )
            items.append(_item((need.scene, need.category, need.name), gathered, script))
        numbers = {scene.id: scene.number for scene in script.shot_scenes}
        items, findings = recall(items, inputs.memory, numbers)
        place = {scene.id: index for index, scene in enumerate(script.scenes)}
        order = list(Category)
        items.sort(
            key=lambda item: (
                place[item.fact.scene],
                order.index(item.fact.category),
                item.fact.name,
            )
        )
        return Proposal(
            stage=self.key,
            version=self.version,
            inputs=digest(inputs),
            items=tuple(items),
            findings=(*notes, *findings),
        )


STAGE = TagStage()


def _read_lines(scene: Scene) -> list[Line]:
    return [line for line in scene.lines if line.kind in READ]


def _gather_cast(
    found: dict[Key, _Gathered], script: Screenplay, lexicon: Lexicon, names: Sequence[str]
) -> tuple[Finding, ...]:
    folded = fold_nameless(script, find_parts(script, lexicon, names), lexicon)
    cast, findings = cast_performers(script, folded.parts, lexicon)
    for each in cast:
        part = each.part
        found[part.scene, Category.CAST, part.name] = _Gathered(
            evidence=list(part.evidence),
            confidence=part.confidence,
            minor=each.minor,
            plays=each.plays or folded.called.get((part.scene, part.name), ""),
        )
    return (*findings, *folded.notes)


def _gather_heading(found: dict[Key, _Gathered], scene: Scene) -> None:
    line = scene.lines[0]
    for category, name in (
        (Category.SET, scene.heading.set),
        (Category.LOCATION, scene.heading.place),
    ):
        if not name:
            continue
        at = line.text.upper().find(name)
        start, end = (at, at + len(name)) if at >= 0 else (0, len(line.text))
        _add(found, (scene.id, category, name), _quote(scene, line, start, end), "heading", 1.0)


def _gather_groups(found: dict[Key, _Gathered], scene: Scene, lexicon: Lexicon) -> None:
    for line in scene.lines:
        if line.kind is LineKind.CUE and is_group(line.text, lexicon):
            key = (scene.id, Category.BACKGROUND, line.text.casefold())
            span = _quote(scene, line, 0, len(line.text))
            _add(found, key, span, "background.group-cue", 0.9)


def _words(inputs: TagInputs, answers: Sequence[Answer]) -> Iterator[TokenReply]:
    """The words of each scene: as answered, or by the word lists where nothing was asked."""
    if inputs.lexicon.language == "fr":
        tagger = FrenchTagger(inputs.lexicon)
        for scene in inputs.screenplay.shot_scenes:
            yield TokenReply(lines=tuple(tagger.tag(line.text) for line in _read_lines(scene)))
    else:
        for answer in answers:
            yield read_json(answer.body, TokenReply)


def _gather_words(
    found: dict[Key, _Gathered], scene: Scene, reply: TokenReply, reader: LineReader
) -> None:
    """What the lines ask for; the watch of a later line is the gold watch of an earlier one."""
    finds = [
        (line, find)
        for line, tokens in zip(_read_lines(scene), reply.lines, strict=True)
        for find in reader.read(line.text, tokens)
    ]
    full: dict[tuple[Category, str], str] = {}
    for _, find in finds:
        if find.name != find.head:
            full.setdefault((find.category, find.head), find.name)
    for line, find in finds:
        name = full.get((find.category, find.name), find.name)
        key = (scene.id, find.category, name)
        span = _quote(scene, line, find.start, find.end)
        _add(found, key, span, find.rule, find.confidence)
        found[key].quantity = max(found[key].quantity, find.quantity)
        found[key].minor = found[key].minor or find.minor


def _gather_tags(found: dict[Key, _Gathered], inputs: TagInputs) -> None:
    """What a person tagged in the file, instead of what was found of the same category there."""
    if inputs.categories is None:
        return
    for tagged in read_tags(inputs.screenplay, inputs.categories):
        element, span = tagged.element, tagged.span
        if span is None:
            continue
        key = (element.scene, element.category, element.name)
        for other, gathered in list(found.items()):
            if other[:2] == key[:2] and other != key and _is_inside(gathered, span):
                del found[other]
        _add(found, key, span, "tagged in the file", 1.0)


def _is_inside(gathered: _Gathered, span: ScriptSpan) -> bool:
    """True when all that was found lies in those words."""
    return all(
        each.span is not None
        and each.span.line == span.line
        and span.start <= each.span.start
        and each.span.end <= span.end
        for each in gathered.evidence
    )


def _quote(scene: Scene, line: Line, start: int, end: int) -> ScriptSpan:
    return ScriptSpan(
        scene=scene.id, line=line.id, start=start, end=end, quote=line.text[start:end]
    )


def _add(
    found: dict[Key, _Gathered], key: Key, span: ScriptSpan, rule: str, confidence: float
) -> None:
    gathered = found.setdefault(key, _Gathered())
    evidence = from_script(span, rule)
    if evidence not in gathered.evidence:
        gathered.evidence.append(evidence)
    gathered.confidence = max(gathered.confidence, confidence)


def _item(key: Key, gathered: _Gathered, script: Screenplay) -> Item[Element]:
    scene_id, category, name = key
    scene = script.scene(scene_id)
    element = Element(
        scene=scene_id,
        category=category,
        name=name,
        quantity=gathered.quantity,
        implied=gathered.implied,
        minor=gathered.minor,
        plays=gathered.plays or UNSET,
    )
    return Item(
        id=element_id(element),
        label=element_label(element, scene.number if scene else "?"),
        fact=element,
        evidence=tuple(gathered.evidence),
        confidence=round(gathered.confidence, 2),
        former=tuple(
            element_id(replace(element, name=name.replace(now, before)))
            for now, before in script.formerly
            if now in (name, gathered.plays) and category in _NAMED
        ),
    )
