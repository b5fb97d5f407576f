"""Templates, in the language of whoever looks."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from secondunit import __version__
from secondunit.core.money import Money
from secondunit.entrypoints.web.doors import Inside

HERE = Path(__file__).parent
LANGUAGES = {"en": "English", "fr": "Français"}
"""Languages of the interface by BCP 47."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to be shown.

    Args:
        template: Name of its template.
        values: What the template shows.
        status: HTTP status.
    """

    template: str
    values: dict[str, Any]
    status: int = 200


def show(request: Request, page: Page, inside: Inside | None = None) -> HTMLResponse:
    """A page in the visitor's language."""
    visitor = request.state.visitor
    language = visitor.person.language if visitor else _asked_language(request)
    made = (
        _environment(language)
        .get_template(page.template)
        .render(
            **page.values,
            request=request,
            visitor=visitor,
            inside=inside,
            language=language,
            languages=LANGUAGES,
            version=__version__,
        )
    )
    return HTMLResponse(made, status_code=page.status)


@lru_cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("secondunit.entrypoints.web"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    spoken = gettext.translation("studio", HERE / "locale", [language], fallback=True)
    environment.install_gettext_translations(spoken, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    environment.filters |= {"money": _money, "count": _count}
    environment.globals["asset"] = asset
    return environment


@lru_cache
def asset(name: str) -> str:
    """The address of a static file, with a part that changes whenever its bytes do."""
    mark = sha256((HERE / "static" / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?{mark}"


def _asked_language(request: Request) -> str:
    asked = request.headers.get("accept-language", "")[:2].lower()
    return asked if asked in LANGUAGES else "en"


def _money(amount: Money | None) -> str:
    """Money without cents, as a screen has room for.

    >>> _money(Money(minor=123_456_789))
    '1,234,568 USD'
    """
    return "—" if amount is None else f"{round(amount.minor / 100):,} {amount.currency}"


def _count(number: int) -> str:
    return f"{number:,}"
