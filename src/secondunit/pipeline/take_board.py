"""Make another board the one that stands: a decision of a named person."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.core.decision import Verdict
from secondunit.core.errors import NotFound, RuleError
from secondunit.core.fact import Fact
from secondunit.core.finding import Finding, blocking
from secondunit.core.ids import canonical_json, read_json
from secondunit.film.review.sign_off import Matrix
from secondunit.film.schedule.check import check_board
from secondunit.film.schedule.exchange.boards import priced_board
from secondunit.film.schedule.model import Board
from secondunit.film.schedule.solve import STAGE as SOLVE
from secondunit.pipeline.catalogue import schedule_problem
from secondunit.pipeline.decide import Ruling, decide
from secondunit.pipeline.elements import Signature
from secondunit.pipeline.queries import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of taking a board.

    Args:
        board: The board that stands now.
        fact: The decision.
        findings: Rules the board breaks, which the person took upon themselves.
    """

    board: Board
    fact: Fact
    findings: tuple[Finding, ...]


def take_board(
    view: View, matrix: Matrix, board: Board, signature: Signature, *, despite: bool = False
) -> Taken:
    """Amend the proposed board to another one, at the price it has by the tables as they are now.

    Args:
        view: The production.
        matrix: Who may sign.
        board: The board to stand.
        signature: Who takes it, and why.
        despite: Take it although it breaks rules; they stay on record with the decision.

    Raises:
        InputError: A name or reason of the person is missing.
        NotFound: There is no board to amend yet.
        RoleMayNotSign: The role does not sign the schedule.
        RuleError: It breaks rules, and nobody took that upon themselves.
    """
    rows = [row for row in view.standing(SOLVE.key) if row.proposed is not None]
    if not rows:
        raise NotFound("this production has no board yet", remedy="Run secondunit produce SCRIPT.")
    problem = schedule_problem(view)
    board = priced_board(problem, board.days, board.seed, board.iterations)
    findings = check_board(problem, board)
    broken = [finding for finding in findings if blocking([finding])]
    if broken and not despite:
        raise RuleError(
            f"the board breaks {len(broken)} rules, first {broken[0].where}: {broken[0].message}",
            remedy="See secondunit schedule check, mend it, or take it with --despite.",
        )
    reason = (
        f"{signature.reason} (despite {len(broken)} broken rules)" if broken else (signature.reason)
    )
    fields = read_json(canonical_json(board), dict[str, object])
    changes = {name: _text(value) for name, value in fields.items()}
    ruling = Ruling(
        verdict=Verdict.AMEND,
        by=signature.by,
        role=signature.role,
        reason=reason,
        changes=changes,
    )
    (fact,) = decide(view, matrix, rows[:1], ruling)
    return Taken(board=board, fact=fact, findings=findings)


def _text(value: object) -> str:
    return value if isinstance(value, str) else canonical_json(value).decode()
