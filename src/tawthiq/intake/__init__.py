"""Other people's tables and formats, read without believing a cell."""
