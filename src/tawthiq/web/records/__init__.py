"""Incidents: as a list, on a map, along time, and each one with all that is said of it."""
