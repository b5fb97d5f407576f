"""Every stage, in the order of the work: what it reads and what its facts are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from secondunit.core.errors import InputError
from secondunit.core.finding import Finding
from secondunit.core.ids import read_json
from secondunit.core.stage import Stage
from secondunit.core.timecode import read_rate
from secondunit.film.breakdown.lexicon import Lexicon, read_lexicon
from secondunit.film.breakdown.model import Element
from secondunit.film.breakdown.tag import STAGE as TAG
from secondunit.film.breakdown.tag import TagInputs
from secondunit.film.budget.estimate import STAGE as ESTIMATE
from secondunit.film.budget.estimate import EstimateInputs
from secondunit.film.budget.model import Budget
from secondunit.film.budget.rates import read_rates
from secondunit.film.cut.animatic import ANIMATIC, SEGMENT, AnimaticInputs, SegmentInputs
from secondunit.film.cut.assemble import STAGE as ASSEMBLE
from secondunit.film.cut.assemble import AssembleInputs
from secondunit.film.cut.model import Animatic, Cut, Segment
from secondunit.film.generation.model import Order, Take
from secondunit.film.generation.order import STAGE as ORDER
from secondunit.film.generation.order import OrderInputs
from secondunit.film.generation.pick import STAGE as PICK
from secondunit.film.generation.pick import PickInputs
from secondunit.film.generation.take import STAGE as TAKE
from secondunit.film.generation.take import TakeInputs
from secondunit.film.localisation.model import DialogueList
from secondunit.film.localisation.spot import STAGE as SPOT
from secondunit.film.localisation.spot import SpotInputs, read_style
from secondunit.film.rights.permit import Policy
from secondunit.film.schedule.model import Board, Problem
from secondunit.film.schedule.problem import propose_problem, read_table
from secondunit.film.schedule.solve import STAGE as SOLVE
from secondunit.film.schedule.solve import SolveInputs
from secondunit.film.screenplay.draft import STAGE as DRAFT
from secondunit.film.screenplay.draft import DraftInputs
from secondunit.film.screenplay.model import DraftFact
from secondunit.film.shots.board import STAGE as BOARD
from secondunit.film.shots.board import BoardInputs
from secondunit.film.shots.model import Panel, ShotSpec
from secondunit.film.shots.shot_list import STAGE as SHOT_LIST
from secondunit.film.shots.shot_list import ShotListInputs
from secondunit.pipeline.queries import View
