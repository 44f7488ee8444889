"""Where evidence lies: objects named by their content, written once, never written over.

A file is copied aside, its stored bytes are hashed and flushed, it is named, the name is flushed;
only then may anybody write it into a table or the ledger and tell the giver that it is kept. So
whatever was acknowledged survives a killed program and a cut of power. What was not acknowledged
may be there too, whole and harmless.

The folder of a vault is not trusted: whoever can write to it can destroy what is there, and
cannot change it unseen, because every name is the hash of a content.
"""
