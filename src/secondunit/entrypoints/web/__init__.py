"""The studio in a browser: parse, call, render; no decision is taken here."""
