"""Taking in a table of claims: first a preview, then all of it or nothing."""
