"""A peer that answers as ComfyUI does: uploads, a queue that moves with every look, a history."""

from __future__ import annotations

import io
import json
import re

from PIL import Image, PngImagePlugin
from tests.contract.peers.peer import LOST, Fault, Peer, Reply, Seen, as_json
from tests.contract.samples import clip

GRAPH_SECRET = "QZXGRAPH"


def told_picture() -> bytes:
    """A PNG with the graph written into it, as ComfyUI writes it unless it is told not to."""
    info = PngImagePlugin.PngInfo()
    info.add_text("prompt", GRAPH_SECRET)
    out = io.BytesIO()
    Image.new("RGB", (32, 18), (9, 9, 9)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


class ComfyPeer(Peer):
    moderates = False

    def __init__(self) -> None:
        super().__init__()
        self.uploads: set[str] = set()
        self.pending: dict[str, dict[str, object]] = {}
        self.running: dict[str, dict[str, object]] = {}
        self.history: dict[str, dict[str, object]] = {}

    def placed(self) -> list[Seen]:
        return [seen for seen in self.seen if seen.method == "POST"]

    def plain(self, seen: Seen) -> bytes:
        border = seen.headers.get("content-type", "").partition("boundary=")[2]
        if border:
            return seen.body.replace(border.encode(), b"--")
        return json.dumps(seen.json().get("prompt"), sort_keys=True).encode()

    def answer(self, seen: Seen) -> Reply:
        if seen.path == "/queue" and seen.method == "GET":
            self._move()
            queue = {
                "queue_running": [[0, name] for name in self.running],
                "queue_pending": [[1, name] for name in self.pending],
            }
            return as_json(queue)
        if seen.path.startswith("/history/"):
            name = seen.path.removeprefix("/history/")
            return as_json({name: self.history[name]} if name in self.history else {})
        if seen.path == "/view":
            made = seen.query["filename"][0]
            return Reply(body=told_picture() if made.endswith("png") else clip())
        if seen.path == "/queue":
            for name in seen.json()["delete"]:
                self.pending.pop(name, None)
            return as_json({})
        if seen.path == "/interrupt":
            name = seen.json()["prompt_id"]
            if self.running.pop(name, None) is not None:
                self._end(name, "execution_interrupted", {})
            return as_json({})
        return self.at_the_door() or self._take(seen)

    def at_the_door(self) -> Reply | None:
        if self.fault is Fault.REFUSES:
            error = {"message": "Value not in list", "details": "ckpt_name: none"}
            node = {"class_type": "CheckpointLoaderSimple", "errors": [error]}
            said = {"error": {"message": "failed validation"}, "node_errors": {"1": node}}
            return as_json(said, 400)
        return super().at_the_door()

    def _take(self, seen: Seen) -> Reply:
        if seen.path == "/upload/image":
            found = re.search(rb'filename="([^"]+)"', seen.body)
            assert found is not None
            self.uploads.add(found[1].decode())
            said = {"name": found[1].decode(), "subfolder": "secondunit", "type": "input"}
            return as_json(said)
        body = seen.json()
        self.charged.append(0)
        self.pending[body["prompt_id"]] = body["prompt"]
        said = {"prompt_id": body["prompt_id"], "number": 1, "node_errors": {}}
        return LOST if self.fault is Fault.LOSES else as_json(said)

    def _move(self) -> None:
        """What runs ends, what waits runs."""
        for name in list(self.running):
            graph = self.running.pop(name)
            if self.fault is Fault.FAILS:
                error = {"node_type": "KSampler", "exception_message": "out of memory"}
                self._end(name, "execution_error", error)
                continue
            kinds = {node["class_type"] for node in graph.values()}  # type: ignore[index]  # of JSON
            file = "take_00001_.png" if "SaveImage" in kinds else "take_00001_.mp4"
            self._end(name, "execution_success", {"timestamp": 1500}, file)
        self.running |= self.pending
        self.pending.clear()

    def _end(self, name: str, event: str, said: object, file: str = "") -> None:
        saved = {"filename": file, "subfolder": "secondunit", "type": "output"}
        self.history[name] = {
            "outputs": {"9": {"images": [saved]}} if file else {},
            "status": {
                "status_str": "success" if file else "error",
                "completed": bool(file),
                "messages": [["execution_start", {"timestamp": 1000}], [event, said]],
            },
        }
