"""What runs on a bare machine: Python 3.8, its standard library, and nothing else.

These modules are joined into the one file `verify.py` that lies in every package
(``packages/verifier.py``). So they import only the standard library and each other, use nothing
that came after Python 3.8, and define every name once among them. What a stranger runs is what
is tested here.
"""
