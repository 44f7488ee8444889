"""A number with its definition, its members and what was left out."""
