"""What sources say, kept as they said it, and how far each stands on its own feet."""
