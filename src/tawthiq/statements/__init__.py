"""Public texts, the figures bound into them, and the checks they must pass."""
