"""The production report: one HTML page that opens anywhere, offline, with its pictures inside."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from importlib import resources

from secondunit.film.delivery.model import ProductionReport, StageRow

PICTURE_WIDTH = 480
"""Pixels: sharp at the card's width, about 15 kB each."""


@dataclass(frozen=True, slots=True)
class ReportHtml:
    """Writes the report with the template beside this file."""

    key: str = "report_html"
    suffix: str = ".html"
    media_type: str = "text/html"

    def write(self, document: ProductionReport) -> bytes:
        """The page as UTF-8. Everything from the production is escaped."""
        from jinja2 import Environment, StrictUndefined

        environment = Environment(
            autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        environment.filters |= {
            "seconds": _seconds,
            "bytes": _bytes,
            "inline": _inline,
            "share": _share,
            "day": _day,
        }
        source = resources.files(__package__) / "report_html.j2"
        template = environment.from_string(source.read_text(encoding="utf-8"))
        return template.render(r=document, totals=_totals(document)).encode()


FORMAT = ReportHtml()


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over all stages that people decide on."""

    items: int
    decided: int
    accepted: int
    amended: int
    rejected: int
    people: int
    milliseconds: int


def _totals(report: ProductionReport) -> Totals:
    rows = [row for row in report.stages if row.signers]
    accepted = sum(row.accepted for row in rows)
    amended = sum(row.amended for row in rows)
    rejected = sum(row.rejected for row in rows)
    return Totals(
        items=sum(_items(row) for row in rows),
        decided=accepted + amended + rejected,
        accepted=accepted,
        amended=amended,
        rejected=rejected,
        people=len({row.by for row in report.decisions}),
        milliseconds=sum(row.milliseconds for row in report.stages),
    )


def _items(row: StageRow) -> int:
    return row.proposed + row.accepted + row.amended + row.rejected + row.stale


def _share(row: StageRow, name: str) -> str:
    """Percent of a stage's items in one state, for the width of a bar."""
    return f"{100 * int(getattr(row, name)) / max(_items(row), 1):.2f}"


def _seconds(milliseconds: int) -> str:
    """A machine time as people read it.

    >>> _seconds(1_040), _seconds(61_400)
    ('1.0 s', '1 min 01 s')
    """
    if milliseconds < 60_000:
        return f"{milliseconds / 1000:.1f} s"
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes} min {seconds:02d} s"


def _bytes(count: int) -> str:
    """A file size in kB or MB.

    >>> _bytes(300), _bytes(2_500_000)
    ('1 kB', '2.5 MB')
    """
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"


def _day(moment: str) -> str:
    """An ISO moment as date and minute, UTC.

    >>> _day("2026-11-25T10:07:31Z")
    '2026-11-25 10:07 UTC'
    """
    return f"{moment[:10]} {moment[11:16]} UTC"


def _inline(picture: bytes) -> str:
    """A picture as a small JPEG in a data address."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB")
        image.thumbnail((PICTURE_WIDTH, PICTURE_WIDTH))
        out = io.BytesIO()
        image.save(out, "JPEG", quality=78)
    return "data:image/jpeg;base64," + base64.b64encode(out.getvalue()).decode()
