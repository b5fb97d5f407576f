"""Read what was paid and committed from a ledger in CSV, and refuse what cannot be booked."""

from __future__ import annotations

import csv
import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from secondunit.core.errors import InputError
from secondunit.core.money import Money
from secondunit.film.budget.arithmetic import times, whole_cents
from secondunit.film.budget.exchange import Exchange
from secondunit.film.budget.model import Budget


class PostingKind(StrEnum):
    """Whether money has been paid, or only promised."""

    ACTUAL = "actual"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """One row of the ledger.

    Args:
        account: Code of the account it belongs to (that of its sub-account where one was given).
        date: ISO date.
        amount: In the currency of the budget; negative for a credit.
        kind: Paid or promised.
        description: What it was for.
        reference: Voucher or purchase order.
        line: Line of the file, from 1.
    """

    account: str
    date: str
    amount: Money
    kind: PostingKind = PostingKind.ACTUAL
    description: str = ""
    reference: str = ""
    line: int = 0


_HEADS = {
    "account": ("account", "acct", "account code", "code"),
    "date": ("date", "posting date", "effective date"),
    "amount": ("amount", "net", "total", "value"),
    "kind": ("kind", "type"),
    "currency": ("currency", "cur"),
    "description": ("description", "details", "memo", "vendor"),
    "reference": ("reference", "ref", "po", "voucher", "document"),
}
_KINDS = {
    **dict.fromkeys(("", "actual", "paid", "invoice", "ap", "payroll", "pc"), PostingKind.ACTUAL),
    **dict.fromkeys(("commitment", "committed", "po", "open po"), PostingKind.COMMITMENT),
}
_POINT = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d{1,2})?|-?\d+(\.\d{1,2})?")
_COMMA = re.compile(r"-?\d{1,3}(\.\d{3})*(,\d{1,2})?|-?\d+(,\d{1,2})?")


def read_actuals(
    text: str, budget: Budget, *, file: str, exchange: Exchange | None = None
) -> tuple[Posting, ...]:
    """Read a ledger: columns account, date, amount; kind, currency, description, reference if any.

    Comma, semicolon or tab may part the columns; with semicolons a comma is the decimal sign.
    Brackets around an amount make it negative.

    Args:
        text: The file.
        budget: Whose accounts (and sub-accounts) the rows name.
        file: Its name, for messages.
        exchange: Exchange rates, for rows in another currency.

    Raises:
        InputError: A column or a value cannot be used; the message names line and field.
    """
    known = _known_accounts(budget)
    postings = []
    for place, row, sign in _rows(text, file, required=("account", "date", "amount")):
        amount = _amount(row["amount"], f"{place}, amount", sign)
        currency = row.get("currency", "").upper() or budget.currency
        kind = row.get("kind", "").casefold()
        if kind not in _KINDS:
            raise InputError(
                f"{place}, kind: “{row['kind']}” is no kind of posting",
                remedy="Use actual or commitment.",
            )
        fx = Decimal(1)
        if currency != budget.currency:
            fx = _fx(currency, budget.currency, exchange, place)
        postings.append(
            Posting(
                account=_account(row["account"], known, place),
                date=_date(row["date"], place),
                amount=times(
                    Money(minor=whole_cents(amount * 100), currency=currency),
                    Decimal(1),
                    currency=budget.currency,
                    fx=fx,
                ),
                kind=_KINDS[kind],
                description=row.get("description", ""),
                reference=row.get("reference", ""),
                line=int(place.rpartition(" ")[2]),
            )
        )
    return tuple(postings)


def read_estimates(text: str, budget: Budget, *, file: str) -> dict[str, Money]:
    """Read estimates to complete by account: columns account and amount.

    Raises:
        InputError: A column or a value cannot be used, or an account stands twice; the message
            names line and field.
    """
    known = _known_accounts(budget)
    found: dict[str, Money] = {}
    for place, row, sign in _rows(text, file, required=("account", "amount")):
        account = _account(row["account"], known, place)
        if account in found:
            raise InputError(
                f"{place}, account: {account} stands twice",
                remedy="Give one estimate for each account.",
            )
        amount = _amount(row["amount"], f"{place}, amount", sign)
        found[account] = Money(minor=whole_cents(amount * 100), currency=budget.currency)
    return found


def _rows(
    text: str, file: str, *, required: Sequence[str]
) -> Iterable[tuple[str, dict[str, str], str]]:
    """Each row that holds anything, with its place and the decimal sign of the file.

    Raises:
        InputError: It is empty, a column is missing, or it is no CSV.
    """
    lines = text.lstrip("\ufeff").splitlines()
    at = next((number for number, line in enumerate(lines) if line.strip()), None)
    if at is None:
        raise InputError(f"{file} is empty", remedy=f"Give columns {', '.join(required)}.")
    delimiter = max(";\t,", key=lines[at].count)
    heads = [" ".join(cell.split()).casefold() for cell in _cells(lines[at], delimiter)]
    columns = {
        name: next((heads.index(word) for word in words if word in heads), None)
        for name, words in _HEADS.items()
    }
    for name in required:
        if columns[name] is None:
            raise InputError(
                f"{file} line {at + 1}: there is no column “{name}” among {', '.join(heads)}",
                remedy=f"Call the column {' or '.join(_HEADS[name][:3])}.",
            )
    reader = csv.reader(lines[at + 1 :], delimiter=delimiter)
    try:
        for cells in reader:
            place = f"{file} line {at + 1 + reader.line_num}"
            if any(cell.strip() for cell in cells):
                yield place, _row(cells, columns), "," if delimiter == ";" else "."
    except csv.Error as error:
        raise InputError(
            f"{file} line {at + 1 + reader.line_num}: {error}", remedy="Export it as CSV again."
        ) from error


def _row(cells: Sequence[str], columns: Mapping[str, int | None]) -> dict[str, str]:
    return {
        name: cells[index].strip()
        for name, index in columns.items()
        if index is not None and index < len(cells)
    } | {name: "" for name, index in columns.items() if index is not None and index >= len(cells)}


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter))


def _amount(text: str, place: str, sign: str) -> Decimal:
    bare = text.replace(" ", "").replace("\u00a0", "").strip("$£€")
    if bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    shape = _COMMA if sign == "," and "," in bare else _POINT
    if shape.fullmatch(bare) is None or len(bare) > 18:
        raise InputError(
            f"{place}: “{text}” is no amount",
            remedy="Write 1234.50 (or 1.234,50 where semicolons part the columns).",
        )
    if shape is _COMMA:
        bare = bare.replace(".", "").replace(",", ".")
    return Decimal(bare.replace(",", ""))


def _date(text: str, place: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise InputError(
            f"{place}, date: “{text}” is no date", remedy="Write dates as 2027-02-14."
        ) from None


def _account(text: str, known: Mapping[str, str], place: str) -> str:
    if text in known:
        return known[text]
    near = difflib.get_close_matches(text, known, n=3, cutoff=0.5)
    raise InputError(
        f"{place}, account: the budget has no account “{text}”",
        remedy=f"Did you mean {' or '.join(near)}?" if near else "Use a code of the chart.",
    )


def _known_accounts(budget: Budget) -> dict[str, str]:
    """Codes of accounts and sub-accounts, and the account each belongs to."""
    subs = {code: account.code for account in budget.accounts for code, _ in account.subs}
    return subs | {account.code: account.code for account in budget.accounts}


def _fx(currency: str, base: str, exchange: Exchange | None, place: str) -> Decimal:
    if exchange is None:
        raise InputError(
            f"{place}, currency: no exchange rate of {currency} was given",
            remedy="Add currencies.toml to the production's tables.",
        )
    try:
        return exchange.rate(currency, base)
    except InputError as error:
        raise InputError(f"{place}, currency: {error.message}", remedy=error.remedy) from error
