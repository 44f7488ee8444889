"""Tawthiq (توثيق, documentation): from what sources claim to a statement that can be traced.

The folders are the rooms of the house, and their order is the order of the work;
docs/architecture.md says which may use which.
"""

__version__ = "0.1.0"
