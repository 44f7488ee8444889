"""Incidents, persons, sites and parties, assembled from claims."""
