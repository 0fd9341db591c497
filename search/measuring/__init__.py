"""Measuring the whole way through on a registry with known truth, in a throwaway database."""
