"""``secondunit studio``: the web app on the productions of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from secondunit.entrypoints.cli import console

EXAMPLES = """
**Examples**

`secondunit studio`  (then open the address it prints)

`secondunit studio --shelf /srv/productions --port 8400`
"""


def studio(
    shelf: Annotated[Path, typer.Option(help="Folder of the productions.")] = Path("productions"),
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on; 0 for any that is free.")] = 8400,
) -> int:
    """Open the studio in the browser: the same productions, for everybody who is invited."""
    from secondunit.bootstrap.house import open_house
    from secondunit.entrypoints.web.serving import bind, serve

    with open_house(shelf) as house:
        listening = bind(host, port)
        welcome = "" if house.people.count() else house.passwords.secret()
        address = f"http://{host}:{listening.getsockname()[1]}"
        first = f"{address}/welcome?key={welcome}" if welcome else address
        console.OUT.print(f"The studio is open at {first}", markup=False, soft_wrap=True)
        serve(house, listening, welcome)
    return 0
