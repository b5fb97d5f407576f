"""Providers of takes: one file each, each with one PROVIDER."""
