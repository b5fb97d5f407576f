"""Lines read as the stage reads them."""

import re

from tests.film.breakdown.test_tag import FRENCH, LEXICON

from secondunit.adapters.tagger import answer_tokens
from secondunit.core.ids import canonical_json, read_json
from secondunit.film.breakdown.tokens import TokenReply, TokenRequest
from secondunit.film.breakdown.words.french import FrenchTagger
from secondunit.film.breakdown.words.line import Line

NAMES = re.compile(r"\b(?:Mina|MINA|Karim|KARIM)\b")
FRENCH_TAGGER = FrenchTagger(FRENCH)


def english(text: str, *idioms: str) -> Line:
    """A line of English in which Mina is a character."""
    body = canonical_json(TokenRequest(lines=(text,))).decode()
    (tokens,) = read_json(answer_tokens(body), TokenReply).lines
    hidden = [(text.index(each), text.index(each) + len(each)) for each in idioms]
    return Line(text, tokens, LEXICON, [m.span() for m in NAMES.finditer(text)], hidden)


def french(text: str) -> Line:
    """A line of French in which Karim is a character."""
    names = [m.span() for m in NAMES.finditer(text)]
    return Line(text, FRENCH_TAGGER.tag(text), FRENCH, names, [])
