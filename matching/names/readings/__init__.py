"""How a written name part may be said, one file for each family of scripts."""
