"""Final Draft (FDX), in and out."""

from secondunit.adapters.formats.fdx.format import FORMAT, FdxFormat

__all__ = ["FORMAT", "FdxFormat"]
