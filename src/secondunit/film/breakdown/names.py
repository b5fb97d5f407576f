"""How characters are named: in cues, and in the words of the action."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from secondunit.film.breakdown.lexicon import Lexicon

_SPLIT = re.compile(r"\s*(?:/|&|\+|,|\bAND\b)\s*")
_VOICE = re.compile(r"(?:['’]S)? VOICE$|^VOICE OF (?:THE )?")


def cue_names(cue: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The characters that one cue names.

    >>> cue_names("MINA & DES"), cue_names("MINA'S VOICE")
    (('MINA', 'DES'), ('MINA',))
    """
    name = _VOICE.sub("", " ".join(cue.upper().split())).strip()
    if name in known:
        return (name,)
    return tuple(dict.fromkeys(part for part in _SPLIT.split(name) if part))


def is_group(name: str, lexicon: Lexicon) -> bool:
    """True for a cue that many people speak (``CROWD``, ``SIX GUARDS``)."""
    words = name.casefold().split()
    if not words:
        return False
    last = words[-1]
    if last in lexicon.words["groups"]:
        return True
    one = last.removesuffix("s")
    return last != one and lexicon.heads.get(one, "").startswith("background")


def is_person_word(word: str, lexicon: Lexicon) -> bool:
    """True for a word that is a kind of person (``nurse``, ``stranger``)."""
    return (
        lexicon.heads.get(word, "").startswith("background")
        or word in lexicon.words["anyone"]
        or lexicon.nouns.get(word, "").startswith("person")
    )


def tokens_of(name: str) -> list[str]:
    """The words of a name, lower case, without their stops."""
    return [word.strip(".,").casefold() for word in name.split()]


def own_parts(name: str, lexicon: Lexicon) -> set[str]:
    """Words of a name that are its own: no title, no qualifier, no kind of person."""
    apart = {*lexicon.words["titles"], *lexicon.words["qualifiers"], *lexicon.words["child"]}
    return {
        word
        for word in name.split()
        if len(word.strip(".")) > 2
        and word.strip(".").casefold() not in apart
        and not word.endswith(("'S", "’S"))
        and not word.startswith("#")
        and not lexicon.heads.get(word.casefold(), "").startswith("background")
        and word.casefold() not in lexicon.words["anyone"]
        and word.casefold() not in lexicon.words["kin"]
    }


def mention_pattern(form: str) -> str:
    """A pattern for a name as cued, or with capitals at word starts; never all small.

    >>> bool(re.fullmatch(mention_pattern("MRS. TULL"), "Mrs. Tull"))
    True
    """
    words = form.split()
    title = r"\s+".join(re.escape(_titled(word)) for word in words)
    return r"\s+".join(map(re.escape, words)) + "|" + title


def _titled(word: str) -> str:
    return re.sub(r"[A-Z]+(['’][A-Z]\b)?", lambda m: m.group(0).capitalize(), word)


class Mentions:
    """Finds the names of characters in a line.

    Args:
        characters: The forms of each character's name.
    """

    def __init__(self, characters: Mapping[str, Sequence[str]]) -> None:
        self._who: dict[str, str] = {}
        for name, forms in characters.items():
            for form in forms:
                self._who.setdefault(" ".join(form.casefold().split()), name)
        ranked = sorted(self._who, key=lambda form: (-len(form), form))
        written = "|".join(mention_pattern(form.upper()) for form in ranked)
        self._pattern = re.compile(rf"(?<![\w'’-])(?:{written or '(?!)'})(?![\w-])")

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Places and characters, left to right."""
        return [
            (found.start(), found.end(), self._who[" ".join(found.group().casefold().split())])
            for found in self._pattern.finditer(text)
            if not _is_modal(text, found)
        ]


def _is_modal(text: str, found: re.Match[str]) -> bool:
    """``Will he``, ``May they``: a name that opens a question as a verb does."""
    if found.group() not in {"Will", "May", "Mark", "Grace"}:
        return False
    return re.match(r"\s+(?:he|she|they|it|we|you|I|not)\b", text[found.end() :]) is not None
