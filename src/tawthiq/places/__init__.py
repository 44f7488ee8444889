"""The gazetteer, and how a written place name finds its place."""
