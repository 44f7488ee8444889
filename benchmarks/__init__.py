"""Measurements, each against its goal or a named peer, in one run; not part of the tests."""
