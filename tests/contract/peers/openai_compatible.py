"""A peer that speaks the images and videos shape, and says what it charged."""

from __future__ import annotations

import base64
import re

from tests.contract.peers.peer import LOST, NOT_FOUND, Fault, Peer, Reply, Seen, as_json
from tests.contract.samples import clip, picture

A_SECOND = 10
A_PICTURE = 0


class OpenAIPeer(Peer):
    """Args:
    a_second: Cents.
    says_cost: True when it says what it charged.
    """

    def __init__(self, a_second: int = 0, *, says_cost: bool = True) -> None:
        super().__init__()
        self.a_second = a_second
        self.says_cost = says_cost
        self.jobs: dict[str, dict[str, object]] = {}
        self.keys: dict[str, str] = {}

    def placed(self) -> list[Seen]:
        return [seen for seen in self.seen if seen.method == "POST"]

    def plain(self, seen: Seen) -> bytes:
        border = seen.headers.get("content-type", "").partition("boundary=")[2]
        return seen.body.replace(border.encode(), b"--") if border else seen.body

    def answer(self, seen: Seen) -> Reply:
        if seen.method == "POST":
            return self.at_the_door() or self._place(seen)
        name = seen.path.removeprefix("/v1/videos/").partition("/")[0]
        if name not in self.jobs:
            return NOT_FOUND
        if seen.method == "DELETE":
            return as_json({"id": name, "deleted": True})
        if seen.path.endswith("/content"):
            return Reply(body=clip())
        job = self.jobs[name]
        if job["status"] == "queued":
            job |= {"status": "in_progress", "progress": 50}
        elif job["status"] == "in_progress":
            self._end(job)
        return as_json(job)

    def _place(self, seen: Seen) -> Reply:
        if seen.path.startswith("/v1/images/"):
            return self._picture()
        key = seen.headers.get("idempotency-key", "")
        if key not in self.keys:
            name = f"video_{len(self.jobs) + 1}"
            seconds = int(re.findall(rb'name="seconds"\r\n\r\n(\d+)', seen.body)[0])
            self.jobs[name] = {"id": name, "object": "video", "status": "queued", "progress": 0}
            self.jobs[name]["seconds"] = str(seconds)
            self.charged.append(seconds * self.a_second)
            self.keys[key or name] = name
        name = self.keys[key] if key else list(self.jobs)[-1]
        return LOST if self.fault is Fault.LOSES else as_json(self.jobs[name])

    def _picture(self) -> Reply:
        self.charged.append(A_PICTURE)
        if self.fault is Fault.LOSES:
            return LOST
        if self.fault is Fault.MODERATES:
            return as_json({"data": [], "error": "content_policy: not this"})
        if self.fault is Fault.FAILS:
            return as_json({"data": [], "error": "it broke"})
        made = base64.b64encode(picture(9)).decode()
        return as_json({"created": 1, "data": [{"b64_json": made}], "usage": {"cost": "0.0"}})

    def _end(self, job: dict[str, object]) -> None:
        if self.says_cost:
            job["usage"] = {"cost": f"{self.charged[-1] / 100:.2f}"}
        if self.fault is Fault.MODERATES:
            error = {"code": "moderation_blocked", "message": "not this"}
            job |= {"status": "failed", "error": error}
        elif self.fault is Fault.FAILS:
            self.charged[-1] = 0
            if self.says_cost:
                job["usage"] = {"cost": 0}
            job |= {"status": "failed", "error": {"code": "server", "message": "it broke"}}
        else:
            job |= {"status": "completed", "progress": 100}
