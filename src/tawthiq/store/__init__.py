"""The tables. Keeps everything, decides nothing."""
