"""Nouns that are things: props, wardrobe, vehicles, animals, dressing, effects."""

from __future__ import annotations

from collections.abc import Iterator

from secondunit.film.breakdown.lexicon import KINDS, Lexicon
from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.words.find import (
    GAZETTEER,
    GOVERNED,
    LOUD,
    SUREST,
    WORDNET,
    Find,
)
from secondunit.film.breakdown.words.line import Head, Line, singulars

REACH = 4
"""Words between a verb and the noun it governs."""

MODIFIERS = 2
"""Nouns before a head that are taken into its name."""

_SURE_SENSES = frozenset({Category.ANIMALS, Category.VEHICLES, Category.WARDROBE, Category.MUSIC})
"""WordNet categories whose usual sense holds in a script whatever stands around it."""

_NOUN_OPENERS = ("AT", "DPS", "DT", "CRD", "AJ", "ORD", "POS")
_SECTIONS_OF_PEOPLE = frozenset({"background", "makeup-words", "stunts"})


def find_things(line: Line) -> Iterator[Find]:
    """Every thing of a line that a department must bring."""
    index = 0
    while index < len(line.words):
        head = line.head_at(index)
        if head is not None and line.lexicon.heads[head.name] not in _SECTIONS_OF_PEOPLE:
            if _is_noun(line, head) and not _is_passed_over(line, head):
                yield _listed(line, head)
            index = head.last + 1
            continue
        if head is not None:
            index = head.last + 1
            continue
        found = _unlisted(line, index)
        if found is not None:
            yield found
        index += 1


def quantity(line: Line, first: int) -> int:
    """How many the words before a noun say, or 1."""
    numbers = line.lexicon.people.numbers
    for word in line.before(first, 3):
        if word.low.isdigit():
            return max(1, min(int(word.low), 10_000))
        if word.low in numbers:
            return numbers[word.low]
        if not word.tag.startswith(("AJ", "NN", "CRD", "PRF", "AT")):
            return 1
    return 1


def governing_verb(line: Line, index: int) -> str:
    """The nearest verb before a noun, within reach and in the same sentence, or ""."""
    for word in line.before(index, REACH):
        if word.tag.startswith("VV"):
            return word.lemma
    return ""


def is_likeness(line: Line, first: int) -> bool:
    """True for what something is only compared with: like a cat, as a shield."""
    for word in line.before(first, 3):
        if word.low in line.lexicon.grammar.likeness:
            return True
        if word.low not in line.lexicon.grammar.articles and not word.tag.startswith(("AJ", "NN")):
            return False
    return False


def _is_noun(line: Line, head: Head) -> bool:
    """True unless the tagger is right that a listed word is a verb or an adjective here."""
    if head.last > head.first:
        return True
    word = line.words[head.first]
    if _is_verb_of_the_noun_before(line, head):
        return False
    if word.is_noun or word.tag.startswith(("NP", "UNC", "CRD")):
        return True
    before = line.before(head.first)
    if before and before[0].tag.startswith(_NOUN_OPENERS):
        following = line.after(head.first)
        return not (following and following[0].is_noun and word.tag.startswith(("AJ", "VV")))
    if line.opens(head.first):
        following = line.after(head.first)
        return not following or following[0].low in {",", "and", "on", "in", "of"}
    return word.is_loud or (bool(before) and before[0].low == "," and _list_goes_on(line, head))


def _is_verb_of_the_noun_before(line: Line, head: Head) -> bool:
    """True for rings in ``the phone rings``, which a tagger takes for a plural."""
    word = line.words[head.first]
    if line.is_verb(head.first):
        return True
    if word.low == head.name or head.name not in line.lexicon.verbs.get("sound", ()):
        return False
    before = line.before(head.first)
    return bool(before) and (before[0].name or before[0].tag in {"NN1", "NP0"})


def _list_goes_on(line: Line, head: Head) -> bool:
    following = line.after(head.last)
    return not following or following[0].low in {",", "and"}


def _is_passed_over(line: Line, head: Head) -> bool:
    """True for a word that only says what the next is, whose it is, or what it is like."""
    if is_likeness(line, head.first):
        return True
    before = line.before(head.first)
    absent = line.lexicon.verbs.get("absent", frozenset())
    if before and before[0].low in absent:
        return line.lexicon.category(head.name) is not Category.WARDROBE
    following = line.after(head.last, 2)
    if not following:
        return False
    if following[0].low == "'s":
        return line.lexicon.category(head.name) is not Category.ANIMALS
    if line.lexicon.grammar.head == "first" or not line.adjoins(head.last + 1):
        return False
    if line.words[head.last].tag == "NN2" and line.words[head.last].low != head.name:
        return False
    return _is_thing(line, head.last + 1)


def _is_thing(line: Line, index: int) -> bool:
    """True for a noun that is itself a thing or a person: the head of what stands before it.

    A tagger takes the verb of ``a dog barks`` for a noun; a bark is no thing, so the dog stays.
    """
    word, lexicon = line.words[index], line.lexicon
    if not word.is_noun or word.name or line.is_verb(index):
        return False
    for form in singulars(word.low, lexicon.language):
        section = lexicon.heads.get(form)
        if section is not None:
            return not (section in {"sound", "stunts"} and word.low != form)
        if lexicon.nouns.get(form, "-") not in {"-", "person"}:
            return word.low == form or not _may_be_verb(lexicon, form)
    return False


def _may_be_verb(lexicon: Lexicon, lemma: str) -> bool:
    return any(lemma in lemmas for lemmas in lexicon.verbs.values()) or any(
        lemma in lemmas for lemmas in lexicon.stunts.words.values()
    )


def _listed(line: Line, head: Head) -> Find:
    lexicon = line.lexicon
    category = KINDS.get(lexicon.heads[head.name]) or Category(lexicon.heads[head.name])
    verb = governing_verb(line, head.first)
    rule, sure = f"{category.value}.list", GAZETTEER
    if category in {Category.PROPS, Category.SET_DRESSING} and verb in lexicon.verbs["wear"]:
        category, rule = Category.WARDROBE, "wardrobe.worn"
    elif category is Category.SET_DRESSING and verb in lexicon.verbs["handle"]:
        category, rule, sure = Category.PROPS, "props.handled", GOVERNED
    elif category is Category.ANIMALS and _is_not_alive(line, head):
        is_prop = verb in lexicon.verbs["handle"]
        category = Category.PROPS if is_prop else Category.SET_DRESSING
        rule, sure = f"{category.value}.not-alive", GOVERNED
    elif category in {Category.PROPS, Category.WARDROBE} and _is_on_a_body(line, head):
        category, rule, sure = Category.MAKEUP_HAIR, "makeup-hair.on-the-body", GOVERNED
    elif category is Category.PROPS and _is_heard(line, head):
        category, rule, sure = Category.SOUND, "sound.rung", GOVERNED
    return _named(line, head, category, (rule, sure))


def _is_not_alive(line: Line, head: Head) -> bool:
    """True for a stuffed bear, a china dog."""
    made = line.lexicon.verbs.get("made", frozenset())
    return any(word.low in made for word in line.before(head.first, 2))


def _is_on_a_body(line: Line, head: Head) -> bool:
    """True for what dresses a wound where the words say on which limb: a bandage round one hand."""
    lexicon = line.lexicon
    if head.name.split()[-1] not in lexicon.verbs.get("dressing", frozenset()):
        return False
    following = line.after(head.last, 4)
    if not following or following[0].low not in lexicon.grammar.prepositions:
        return False
    body = lexicon.verbs.get("body", frozenset())
    return any(form in body for word in following for form in singulars(word.low, lexicon.language))


def _is_heard(line: Line, head: Head) -> bool:
    """True for a bell that rings, or that is a sentence by itself."""
    lexicon = line.lexicon
    if head.name.split()[-1] not in lexicon.verbs.get("rung", frozenset()):
        return False
    following = line.after(head.last, 6)
    if not following:
        return line.opens(head.first)
    sounds = lexicon.verbs["sound"]
    return any(
        word.lemma in sounds or any(form in sounds for form in singulars(word.low, "en"))
        for word in following
        if word.tag.startswith(("VV", "NN2"))
    )


def _unlisted(line: Line, index: int) -> Find | None:
    """A noun that only WordNet knows."""
    word, lexicon = line.words[index], line.lexicon
    if not word.is_noun or word.name or word.hidden or line.is_verb(index):
        return None
    if any(form in lexicon.stop for form in (word.lemma, *singulars(word.low, lexicon.language))):
        return None
    lemma = next((f for f in singulars(word.low, lexicon.language) if f in lexicon.nouns), "")
    head = Head(index, index, lemma or word.lemma)
    if _is_passed_over(line, head):
        return None
    verb = governing_verb(line, index)
    sense = lexicon.nouns.get(lemma, "-")
    if sense != "person" and verb in lexicon.verbs["wear"]:
        return _named(line, head, Category.WARDROBE, ("wardrobe.worn", GOVERNED))
    if sense in {"-", "person"}:
        if lemma and sense == "-" and verb in lexicon.verbs["eat"]:
            return _named(line, head, Category.PROPS, ("props.eaten", WORDNET))
        return None
    category = Category(sense)
    if category in {Category.GREENERY, Category.SOUND}:
        return None
    handled = verb in lexicon.verbs["handle"]
    if category in _SURE_SENSES or handled or word.is_loud or _is_introduced(line, index):
        sure = GOVERNED if handled else WORDNET
        if handled and category is Category.SET_DRESSING:
            category = Category.PROPS
        return _named(line, head, category, (f"{category.value}.wordnet", sure))
    return None


def _is_introduced(line: Line, index: int) -> bool:
    """True for a noun brought in by an indefinite article or a number, or alone in a list."""
    for word in line.before(index, 3):
        if word.low in {"a", "an"} or word.tag.startswith("CRD"):
            return True
        if not word.tag.startswith(("AJ", "NN")):
            return False
    return False


def _named(line: Line, head: Head, category: Category, why: tuple[str, float]) -> Find:
    rule, sure = why
    first, name = _widened(line, head)
    words = line.words
    if any(word.is_loud for word in words[head.first : head.last + 1]):
        sure = min(SUREST, sure + LOUD)
    return Find(
        category=category,
        name=name,
        start=words[first].start,
        end=words[head.last].end,
        quantity=quantity(line, first),
        rule=rule,
        confidence=sure,
        head=head.name,
    )


def _widened(line: Line, head: Head) -> tuple[int, str]:
    """The head with the nouns before it that say of what kind it is: a steel grille."""
    if line.lexicon.grammar.head == "first":
        return head.first, head.name
    first = head.first
    while (
        first > 0
        and head.first - first < MODIFIERS
        and line.adjoins(first)
        and _qualifies(line, first - 1)
    ):
        first -= 1
    said = " ".join(word.text.casefold() for word in line.words[first : head.first])
    return first, f"{said} {head.name}".strip()


def _qualifies(line: Line, index: int) -> bool:
    word, lexicon = line.words[index], line.lexicon
    if word.tag not in {"NN1", "NN0"} or word.name or word.hidden or not word.text.isalpha():
        return False
    if line.opens(index) and index + 1 < len(line.words) and not word.is_loud:
        return word.low in lexicon.heads or word.low in lexicon.nouns
    return word.low not in lexicon.people.numbers and lexicon.nouns.get(word.low) != "person"
