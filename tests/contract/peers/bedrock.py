"""A peer that answers as Bedrock's documents say, with a bucket beside it."""

from __future__ import annotations

import base64
from urllib.parse import unquote

from tests.contract.peers.peer import LOST, NOT_FOUND, Fault, Peer, Reply, Seen, as_json
from tests.contract.samples import clip, picture

A_PICTURE = {"stability.sd3": 8, "us.stability": 7, "amazon.nova-canvas": 4}
A_SECOND = {"luma.ray": 150, "amazon.nova-reel": 8}
ARN = "arn:aws:bedrock:us-west-2:123456789012:async-invoke/"


def _rate(prices: dict[str, int], model: str) -> int:
    return next(cents for name, cents in prices.items() if model.startswith(name))


class BedrockPeer(Peer):
    def __init__(self) -> None:
        super().__init__()
        self.jobs: dict[str, dict[str, object]] = {}
        self.tokens: dict[str, str] = {}
        self.polls: dict[str, int] = {}

    def placed(self) -> list[Seen]:
        return [seen for seen in self.seen if seen.method == "POST"]

    def answer(self, seen: Seen) -> Reply:
        path = unquote(seen.path)
        if path.startswith("/bucket/"):
            return Reply(body=clip())
        if seen.method == "POST":
            return self.at_the_door() or self._place(path, seen)
        arn = path.removeprefix("/async-invoke/")
        if arn not in self.jobs:
            return NOT_FOUND
        job = self.jobs[arn]
        self.polls[arn] = self.polls.get(arn, 0) + 1
        if self.polls[arn] == 3:
            self._end(job)
        return as_json(job)

    def _end(self, job: dict[str, object]) -> None:
        if self.fault is Fault.MODERATES:
            job |= {"status": "Failed", "failureMessage": "blocked by our content filters"}
        elif self.fault is Fault.FAILS:
            job |= {"status": "Failed", "failureMessage": "it broke"}
        else:
            job["status"] = "Completed"
            return
        self.charged[-1] = 0

    def _place(self, path: str, seen: Seen) -> Reply:
        if path != "/async-invoke":
            return self._picture(path.removeprefix("/model/").removesuffix("/invoke"))
        body = seen.json()
        token = body["clientRequestToken"]
        if token not in self.tokens:
            said = body["modelInput"]
            lasts = said.get("duration") or said["videoGenerationConfig"]["durationSeconds"]
            self.charged.append(_rate(A_SECOND, body["modelId"]) * int(str(lasts).rstrip("s")))
            arn = f"{ARN}{len(self.jobs):012d}"
            place = f"s3://bucket/{len(self.jobs):012d}"
            self.jobs[arn] = {
                "invocationArn": arn,
                "status": "InProgress",
                "outputDataConfig": {"s3OutputDataConfig": {"s3Uri": place}},
            }
            self.tokens[token] = arn
        return LOST if self.fault is Fault.LOSES else as_json({"invocationArn": self.tokens[token]})

    def _picture(self, model: str) -> Reply:
        self.charged.append(0 if self.fault is Fault.FAILS else _rate(A_PICTURE, model))
        if self.fault is Fault.LOSES:
            return LOST
        if self.fault is Fault.MODERATES:
            return as_json({"finish_reasons": ["Filter reason: prompt"]})
        if self.fault is Fault.FAILS:
            return as_json({"finish_reasons": ["Inference error"]})
        made = base64.b64encode(picture(9)).decode()
        return as_json({"seeds": [1], "finish_reasons": [None], "images": [made]})
