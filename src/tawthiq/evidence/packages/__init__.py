"""Items, custody and proofs for a court, so that a stranger can check them without us.

A package is a BagIt bag that names itself in the ledger. ``writing`` makes one, the modules of
``evidence.bare`` check one (joined into its ``verify.py``), ``encryption`` closes one for those
who shall read it. The format is ``docs/spec/package.md``.
"""
