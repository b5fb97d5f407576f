"""Two versions of a budget side by side: original, revised, variance, and the lines behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from secondunit.core.errors import InputError
from secondunit.core.money import Money, total
from secondunit.core.sheet import Align, Column, Row, Sheet
from secondunit.film.budget.model import Account, Budget, Section
from secondunit.film.budget.reports import contingency_title, figure, head_rows, signature_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One account, or one line, in two versions.

    Args:
        account: Its code.
        title: Of the account; of a line, its description.
        original: What it was.
        revised: What it is.
        reason: What changed in its amount, multiplier or rate; empty for accounts.
    """

    account: str
    title: str
    original: Money
    revised: Money
    reason: str = ""

    @property
    def variance(self) -> Money:
        """What was less what is: positive where money is saved."""
        return self.original - self.revised


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of a budget.

    Args:
        original: The one before.
        revised: The one after.
        accounts: Every account that holds a line in either, by code.
        lines: Every line that differs, by falling weight.
    """

    original: Budget
    revised: Budget
    accounts: tuple[Difference, ...]
    lines: tuple[Difference, ...]


def compare(original: Budget, revised: Budget) -> Comparison:
    """Compare two versions, account by account and line by line.

    The variances of the accounts and of the contingency add up to that of the grand total; those
    of an account's lines to the account's.

    Raises:
        InputError: They are in different currencies.
    """
    if original.currency != revised.currency:
        raise InputError(
            f"the original is in {original.currency}, the revised in {revised.currency}",
            remedy="Compare budgets in one currency.",
        )
    before, after = _by_code(original), _by_code(revised)
    nothing = Money(minor=0, currency=revised.currency)
    accounts: list[Difference] = []
    lines: list[Difference] = []
    for code in sorted({*before, *after}):
        old, new = before.get(code), after.get(code)
        accounts.append(
            Difference(
                account=code,
                title=(new or old or _missing(code)).title,
                original=old.total if old else nothing,
                revised=new.total if new else nothing,
            )
        )
        lines.extend(_lines(code, old, new, nothing))
    lines.sort(key=lambda each: (-abs(each.variance.minor), each.account, each.title))
    return Comparison(
        original=original, revised=revised, accounts=tuple(accounts), lines=tuple(lines)
    )


def compare_sheet(found: Comparison, *, production: str = "", status: str = "") -> Sheet:
    """The top sheet in columns original, revised and variance, with the heaviest lines under it.

    Args:
        found: The comparison.
        production: Title of the production.
        status: ``PROPOSED · 12 decisions open`` or ``APPROVED by ...``.
    """
    rows: list[Row] = list(head_rows(found.revised))
    sections = {account.code: account.section for account in found.original.accounts}
    sections |= {account.code: account.section for account in found.revised.accounts}
    for section in Section:
        own = [each for each in found.accounts if sections[each.account] is section]
        rows.append(Row(cells=(section.heading.upper(),), style="heading"))
        rows.extend(_row(each.account, each.title, each.original, each.revised) for each in own)
        pair = (found.original.subtotal(section), found.revised.subtotal(section))
        rows.append(_row("", f"Total {section.heading}", *pair, style="total"))
    rows.append(
        _row(
            "",
            contingency_title(found.revised),
            found.original.contingency,
            found.revised.contingency,
        )
    )
    grand = (found.original.grand_total, found.revised.grand_total)
    rows.append(_row("", "GRAND TOTAL", *grand, style="total"))
    rows.append(Row(cells=("WHAT MOVED MOST",), style="heading"))
    rows.extend(
        _row(each.account, f"{each.title}: {each.reason}", each.original, each.revised)
        for each in found.lines[:15]
    )
    rows.extend(signature_rows())
    days = (found.original.shooting_days, found.revised.shooting_days)
    return Sheet(
        key="comparison",
        title="Budget Comparison",
        production=production,
        subtitle=f"{days[0]} shooting days before, {days[1]} now · amounts in "
        f"{found.revised.currency} · variance positive where saved",
        columns=(
            Column(title="Acct", width=7),
            Column(title="Category", width=47),
            *(
                Column(title=title, width=14, align=Align.RIGHT)
                for title in ("Original", "Revised", "Variance")
            ),
        ),
        rows=tuple(rows),
        status=status,
    )


def _by_code(budget: Budget) -> dict[str, Account]:
    return {account.code: account for account in budget.accounts if account.lines}


def _missing(code: str) -> Account:
    return Account(code=code, title=code, section=Section.OTHER, lines=())


def _lines(
    code: str, old: Account | None, new: Account | None, nothing: Money
) -> Iterable[Difference]:
    before, after = _by_description(old), _by_description(new)
    for key in dict.fromkeys([*before, *after]):
        was, now = before.get(key, (nothing, "")), after.get(key, (nothing, ""))
        if was[0] != now[0]:
            reason = f"{was[1]} → {now[1]}" if was[1] and now[1] else "new"
            if was[1] and not now[1]:
                reason = "gone"
            yield Difference(
                account=code, title=key, original=was[0], revised=now[0], reason=reason
            )


def _by_description(account: Account | None) -> dict[str, tuple[Money, str]]:
    found: dict[str, tuple[Money, str]] = {}
    for line in account.lines if account else ():
        how = f"{line.amount.normalize():f} × {line.multiplier} × {figure(line.rate)}"
        if line.description in found:
            amount = total([found[line.description][0], line.total], line.total.currency)
            found[line.description] = (amount, "several lines")
        else:
            found[line.description] = (line.total, how)
    return found


def _row(code: str, title: str, original: Money, revised: Money, style: str = "") -> Row:
    variance = figure(original - revised)
    if variance == "0.00" and not style:
        variance = "–"
    return Row(cells=(code, title, figure(original), figure(revised), variance), style=style)
