"""Invented registries of any size with known truth: people of many cultures, and what two sides say of them."""

from benchmarks.invented.invented_registry import Account, Size, invent_registry
from benchmarks.invented.people import InventedPerson

__all__ = ["Account", "InventedPerson", "Size", "invent_registry"]
