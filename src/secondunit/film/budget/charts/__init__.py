"""Charts of accounts, and a budget set in another one."""
