"""A plain Wire for tests: HTTP to loopback and nowhere else."""

from __future__ import annotations

import http.client
from urllib.parse import urlsplit

from secondunit.core.errors import AnswerLost, RightsNotCleared, Unavailable
from secondunit.ports.gate import Incoming, Outgoing


class PlainWire:
    """Sends once, with no key, as the Wire port says."""

    def send(self, outgoing: Outgoing) -> Incoming:
        parts = urlsplit(outgoing.url)
        if parts.hostname != "127.0.0.1":
            raise RightsNotCleared(f"{parts.hostname} is outside", remedy="Stay on loopback.")
        connection = http.client.HTTPConnection(
            "127.0.0.1", parts.port or 80, timeout=outgoing.timeout_seconds
        )
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        try:
            try:
                connection.connect()
            except OSError as error:
                raise Unavailable("nobody answers", remedy="Start it.") from error
            try:
                connection.request(
                    outgoing.method, path, outgoing.body or None, dict(outgoing.headers)
                )
                came = connection.getresponse()
                body = came.read()
            except (OSError, http.client.HTTPException) as error:
                raise AnswerLost("no whole answer came", remedy="Look it up.") from error
            headers = {name.lower(): value for name, value in came.getheaders()}
            return Incoming(status=came.status, headers=headers, body=body)
        finally:
            connection.close()
