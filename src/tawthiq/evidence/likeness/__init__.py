"""Which pictures and films look alike, although their bytes differ.

A film that was sent three times through a messenger has three contents and one look. A perceptual
hash of the look finds it again. Two things that look alike are *shown to a person*; nothing is
ever joined, dropped or proved by it.
"""
