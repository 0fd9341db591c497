"""The whole registry compared again, on this machine or on many: sealed export, candidates and weights, import.

What the engines read is sealed and goes by pseudonyms (decision 9). Only this package knows Arrow, DuckDB and Spark,
and the portals run without them: `installed` is asked before anything else is imported.
"""
