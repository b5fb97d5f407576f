"""``secondunit bible``: who looks how, shown by which pictures, owned by whom."""

from __future__ import annotations

from secondunit.core.finding import blocking
from secondunit.entrypoints.cli import console
from secondunit.entrypoints.cli.breakdown import Folder, Json

LIST_EXAMPLES = """
**Examples**

`secondunit bible`

`secondunit bible check --json`

The bible is `tables/bible.toml` in the production's folder, its pictures are in `bible/`; the
shipped file says how it is written.
"""


def listing(out: Folder = None, *, json: Json = False) -> int:
    """Show the characters of the bible, with how many of their references may be used.

    Raises:
        InputError: The bible is malformed.
        NotFound: There is no production.
    """
    from secondunit.bootstrap import bibles, productions
    from secondunit.pipeline.bible import bible_rows, production_bible
    from secondunit.pipeline.catalogue import stage_plan

    studio = productions.open_studio(productions.find_folder(out))
    bible = production_bible(studio.view)
    figures = tuple(figure.name for figure in stage_plan(studio.view).figures)
    rows = bible_rows(bible, bibles.facts_of(studio, figures))
    if json:
        console.print_json({"characters": rows, "figures": figures})
        return 0
    if not rows:
        console.OUT.print(
            f"The bible is empty; {len(figures)} figures are known by costume and hair alone.",
            markup=False,
        )
        console.OUT.print("Write tables/bible.toml: secondunit bible --help", markup=False)
        return 0
    console.print_table(
        "",
        ("character", "looks#", "references", "handles", "words"),
        [
            (
                row.name,
                str(row.looks),
                f"{row.references[0]} of {row.references[1]} usable",
                ", ".join(row.providers),
                row.words,
            )
            for row in rows
        ],
    )
    return 0


def check(out: Folder = None, *, json: Json = False) -> int:
    """Check owners, consents, hashes and names; exit 1 where a reference may not be used.

    Raises:
        InputError: The bible is malformed.
        NotFound: There is no production.
    """
    from secondunit.bootstrap import bibles, productions
    from secondunit.pipeline.bible import bible_findings, production_bible
    from secondunit.pipeline.catalogue import stage_plan

    studio = productions.open_studio(productions.find_folder(out))
    bible = production_bible(studio.view)
    figures = tuple(figure.name for figure in stage_plan(studio.view).figures)
    findings = bible_findings(bible, bibles.facts_of(studio, figures))
    if json:
        console.print_json({"findings": findings})
    else:
        console.print_findings(findings, most=50)
        if not blocking(findings):
            console.OUT.print("Every reference has its owner, its consent and its hash.")
    return 1 if blocking(findings) else 0
