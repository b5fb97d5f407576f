"""The one file that names concrete adapters."""
