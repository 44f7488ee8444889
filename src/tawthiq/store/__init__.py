"""The tables: what is kept and how it is found again. Keeps; decides nothing."""
