"""The vocabulary of the studio: ids, time, pages, money, evidence, proposals, decisions, facts."""
