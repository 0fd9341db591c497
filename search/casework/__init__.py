"""What several rooms ask about a pair: who may read it, how far it has come, how long an act is undone."""
