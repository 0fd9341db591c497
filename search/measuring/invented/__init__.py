"""Invented registries of any size with known truth: people of many cultures, and what two sides say of them."""

from search.measuring.invented.people import InventedPerson
from search.measuring.invented.registry import Account, Size, invent_registry

__all__ = ["Account", "InventedPerson", "Size", "invent_registry"]
