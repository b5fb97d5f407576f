"""The call sheet: who must be where and when on one shooting day, each fact with its source."""
