"""What sources say: who they are, what they published, and each claim as it was made."""
