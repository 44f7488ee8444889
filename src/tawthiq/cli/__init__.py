"""The commands, over the same actions as the pages."""
