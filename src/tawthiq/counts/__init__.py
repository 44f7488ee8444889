"""What a number means: its definition, what it was counted from, and how two numbers relate."""
