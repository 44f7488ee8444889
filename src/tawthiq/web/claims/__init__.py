"""Sources: who they are, from whom they have it, and all that each of them says."""
