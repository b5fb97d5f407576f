"""A budget as a workbook that reckons: every amount a formula over what it was reckoned from."""
