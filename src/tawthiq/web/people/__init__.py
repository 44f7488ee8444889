"""People found in lists: taking lists in, linking, reviewing pairs, and each person."""
