"""The language of a script, by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter

from secondunit.film.screenplay.model import SPOKEN, LineKind, Screenplay

_SMALL = {
    "en": frozenset(
        ("the", "and", "of", "to", "is", "with", "his", "her", "at", "from", "it", "he", "she")
    ),
    "fr": frozenset(
        ("le", "la", "les", "et", "des", "un", "une", "dans", "sur", "il", "elle", "est", "du")
    ),
}
"""Source: the most frequent function words of each language; words of both are left out."""

_WORD = re.compile(r"[^\W\d_]+")
_READ = frozenset({LineKind.ACTION, *SPOKEN})


def language_of(script: Screenplay) -> str:
    """``fr`` where French small words outnumber English ones, else ``en``."""
    counts: Counter[str] = Counter()
    for scene in script.scenes:
        for line in scene.lines:
            if line.kind in _READ:
                for word in _WORD.findall(line.text.casefold()):
                    for language, small in _SMALL.items():
                        counts[language] += word in small
    return "fr" if counts["fr"] > counts["en"] else "en"
