"""The demonstration registry: invented people, searched for in many scripts and reported in senders' own sheets."""

from search.demonstration.demonstration_loading import Demonstration, DemonstrationAccount, load_demonstration

__all__ = ["Demonstration", "DemonstrationAccount", "load_demonstration"]
