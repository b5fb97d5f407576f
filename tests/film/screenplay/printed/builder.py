"""Columns of a script set the usual way, in points."""

from secondunit.film.screenplay.printed.columns import Columns

COLUMNS = Columns(
    action=108,
    dialogue=180,
    parenthetical=216,
    cue=252,
    right=540,
    pitch=12,
    dialogue_width=None,
    dialogue_pitch=12,
)
