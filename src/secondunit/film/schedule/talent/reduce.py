"""A smaller problem with the same waiting: what cannot make anybody wait is taken out.

Source: Cheng, Diamond and Lin (1993) and Garcia de la Banda, Stuckey and Chu, Solving talent
scheduling with dynamic programming (2011): scenes of equal cast may stand together, and a
performer of one scene never waits.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.schedule.talent.model import TalentProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduced:
    """A problem without what costs nothing.

    Args:
        durations: Of each block of scenes.
        rates: Of each performer who may have to wait.
        casts: Of each block, no two alike, none empty.
        blocks: Scenes of the problem in each block, in an order in which nobody taken out waits.
        loose: Scenes that nobody left plays in, in such an order: they may stand behind all others.
    """

    durations: tuple[int, ...]
    rates: tuple[int, ...]
    casts: tuple[tuple[int, ...], ...]
    blocks: tuple[tuple[int, ...], ...]
    loose: tuple[int, ...]

    def expand(self, order: tuple[int, ...]) -> tuple[int, ...]:
        """The order of scenes that an order of blocks stands for."""
        return (*(scene for block in order for scene in self.blocks[block]), *self.loose)


def reduce_problem(problem: TalentProblem) -> Reduced:
    """Merge scenes of equal cast and take out performers of one block or without pay, until
    nothing changes; then take performers who always play together as one."""
    paid = {player for player, rate in enumerate(problem.rates) if rate > 0}
    blocks: dict[frozenset[int], tuple[int, ...]] = {}
    parts: list[tuple[frozenset[int], tuple[int, ...]]]
    parts = [(frozenset(cast), (scene,)) for scene, cast in enumerate(problem.casts)]
    while True:
        blocks = {}
        for cast, scenes in parts:
            blocks[cast & paid] = (*blocks.get(cast & paid, ()), *scenes)
        idle = {player for player in paid if sum(player in cast for cast in blocks) < 2}
        if not idle:
            break
        paid -= idle
        parts = list(blocks.items())
    loose = blocks.pop(frozenset(), ())
    together: dict[tuple[int, ...], int] = {}
    for player in sorted(paid):
        plays = tuple(index for index, cast in enumerate(blocks) if player in cast)
        together[plays] = together.get(plays, 0) + problem.rates[player]
    return Reduced(
        durations=tuple(sum(problem.durations[s] for s in block) for block in blocks.values()),
        rates=tuple(together.values()),
        casts=tuple(
            tuple(index for index, plays in enumerate(together) if block in plays)
            for block in range(len(blocks))
        ),
        blocks=tuple(blocks.values()),
        loose=loose,
    )
