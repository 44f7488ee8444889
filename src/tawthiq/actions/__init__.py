"""What a person does, one module each: the one way by which anything is written."""
