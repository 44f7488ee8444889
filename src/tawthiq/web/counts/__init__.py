"""Numbers: which there are, and how each of them was made."""
