"""What an operator needs to judge the engine: estimate, describe and compare models, evaluate on known truth."""
