"""A peer that answers as Runway's SDK expects to be answered; credits are a cent each."""

from __future__ import annotations

import uuid

from tests.contract.peers.peer import LOST, NOT_FOUND, Fault, Peer, Reply, Seen, as_json
from tests.contract.samples import clip, picture

A_SECOND = {
    "gen4_turbo": 5,
    "gen4.5": 12,
    "veo3.1": 20,
    "aleph2": 15,
    "gen4_aleph": 15,
    "seedance2": 36,
    "act_two": 5,
}
LONGEST = {"aleph2": "2", "act_two": "3", "gen4_aleph": "5"}
"""Seconds of clips whose length is that of what they follow."""


class RunwayPeer(Peer):
    def __init__(self) -> None:
        super().__init__()
        self.tasks: dict[str, dict[str, object]] = {}

    def placed(self) -> list[Seen]:
        return [seen for seen in self.seen if seen.method == "POST"]

    def answer(self, seen: Seen) -> Reply:
        if seen.path.startswith("/results/"):
            made = clip() if seen.path.endswith("mp4") else picture(9)
            return Reply(body=made)
        if seen.headers.get("x-runway-version") != "2024-11-06":
            return as_json({"error": "which version?"}, 400)
        name = seen.path.removeprefix("/v1/tasks/")
        if seen.method == "POST":
            return self.at_the_door() or self._place(seen)
        if name not in self.tasks:
            return NOT_FOUND
        if seen.method == "DELETE":
            del self.tasks[name]
            return Reply(status=204, body=b"")
        task = self.tasks[name]
        if task["status"] == "PENDING":
            task["status"] = "RUNNING"
        elif task["status"] == "RUNNING":
            self._end(task)
        return as_json(task)

    def _place(self, seen: Seen) -> Reply:
        body = seen.json()
        model = body["model"]
        if model == "gen4_image":
            cents, result = 5, "a.png"
        else:
            cents = A_SECOND[model] * int(body.get("duration", LONGEST.get(model, "5")))
            result = "a.mp4"
        self.charged.append(cents)
        name = str(uuid.UUID(int=len(self.tasks) + 1))
        self.tasks[name] = {
            "id": name,
            "status": "PENDING",
            "estimatedCost": {"credits": cents},
            "createdAt": "2026-11-25T18:00:00Z",
            "_result": f"{self.address}/results/{result}",
        }
        return LOST if self.fault is Fault.LOSES else as_json({"id": name})

    def _end(self, task: dict[str, object]) -> None:
        task["cost"] = task.pop("estimatedCost")
        if self.fault is Fault.MODERATES:
            task |= {"status": "FAILED", "failure": "moderated", "failureCode": "SAFETY.OUTPUT"}
        elif self.fault is Fault.FAILS:
            self.charged[-1] = 0
            task["cost"] = {"credits": 0}
            task |= {"status": "FAILED", "failure": "it broke", "failureCode": "INTERNAL"}
        else:
            task |= {"status": "SUCCEEDED", "output": [task["_result"]]}
