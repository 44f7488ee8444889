"""What can be wrong with a public text: one small module a family of checks, and a list of all."""
