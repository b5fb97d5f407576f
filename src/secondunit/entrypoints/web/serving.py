"""Serves the app on a socket until it is told to stop."""

from __future__ import annotations

import socket

import uvicorn

from secondunit.bootstrap.house import House
from secondunit.core.errors import InputError
from secondunit.entrypoints.web.app import create_app

STOP_SECONDS = 2
"""How long pages that are still being sent may take when the studio closes."""


def bind(host: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        InputError: The address or the port cannot be had.
    """
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        raise InputError(
            f"cannot listen on {host}:{port}: {error.strerror}",
            remedy="Close what listens there, or give another --port (0 for any that is free).",
        ) from error


def serve(house: House, listening: socket.socket, welcome: str = "") -> None:
    """Serve until interrupted.

    Args:
        house: The studio.
        listening: A bound socket.
        welcome: Secret of the first visit while nobody can sign in yet, or "".
    """
    settings = uvicorn.Config(
        create_app(house, welcome),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(settings).run(sockets=[listening])
