"""Before anybody is told: asking the person, deciding with a child, handing over to a forensic service."""
