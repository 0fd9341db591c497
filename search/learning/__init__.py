"""What a committee learns of its own decisions: how often weights turned out true, and cards to practise with."""
