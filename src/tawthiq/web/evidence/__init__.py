"""Evidence: given in the browser, looked at, handed over, redacted; who agreed to what.

An original is never shown by a browser: what is shown was decoded in the sandbox and written anew.
"""
