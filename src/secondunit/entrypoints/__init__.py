"""Where people come in: command line, later web and worker. Parse, call, render."""
