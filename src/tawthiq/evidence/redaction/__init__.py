"""Copies from which something was taken out, so that they can be shown without hurting anybody.

A redacted copy is made from pixels: the picture is decoded, the places are painted over, and what
is then seen is written anew. Nothing else crosses over: no text, no layer, no thumbnail, no name,
no place. The original is not touched, and the copy names it.
"""
