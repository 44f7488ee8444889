"""Family A: whether the law that a text names is law for what it describes."""
