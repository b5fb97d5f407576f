"""Who answers asks: one performer a kind, made once in each worker process."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cached_property

from secondunit.core.ids import canonical_json, read_json
from secondunit.core.stage import MediaRef
from secondunit.film.cut.model import JoinRequest, SegmentReply, SegmentRequest
from secondunit.film.generation.model import Capabilities, Order
from secondunit.film.generation.take import TakeReply
from secondunit.film.shots.model import PanelRequest
from secondunit.ports.encoder import Encoder
from secondunit.ports.jobs import Performed, Performer
from secondunit.ports.media_store import MediaStore
from secondunit.ports.provider import Provider
from secondunit.ports.renderer import Picture, Renderer
