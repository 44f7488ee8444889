"""How values are written for a reader: digits, dates, quantities and our own words."""
