"""The statement of a case, and the checking of any text against what the case knows."""
