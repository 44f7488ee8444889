"""The pages, in Arabic and English, over the same actions as the command line."""
