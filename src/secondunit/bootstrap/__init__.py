"""The one room that names concrete adapters."""
