"""All input and output: database, media store, formats, renderer, providers, jobs."""
