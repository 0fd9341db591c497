"""Makers of the tables that the engine and the value readers ship."""
