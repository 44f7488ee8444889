"""What happened, assembled from claims: incidents, sites, parties, grades and findings."""
