"""How families are told: the plan, the talk that is ticked, and the first message that is passed on."""
