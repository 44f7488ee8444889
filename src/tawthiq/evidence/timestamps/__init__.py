"""When somebody outside our house saw a digest: asked for, kept as it came, checked offline.

A stamp says "not later than". It says nothing of whether the bytes are true, or of how much
older they are. One that was asked for and has not come is pending, and nothing else.
"""
