"""The law on pages: norms to read, incidents qualified, what people say for it, signatures."""
