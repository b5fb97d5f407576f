"""Paper: what sheets are set in (theme, typeface) and how tables are cut into pages."""
