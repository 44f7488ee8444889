"""What everybody says and nobody decides: times, quantities, names, digests, text."""
