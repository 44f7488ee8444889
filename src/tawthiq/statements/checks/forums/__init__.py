"""Family B: whether what a text asks can be done by whom it asks."""
