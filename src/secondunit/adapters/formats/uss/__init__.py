"""Universal Schedule Standard files (.uss): breakdown and boards in JSON."""

from secondunit.adapters.formats.uss.reading import read_plan
from secondunit.adapters.formats.uss.writing import write_plan

__all__ = ["read_plan", "write_plan"]
