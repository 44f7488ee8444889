"""What a person does, one module each: the only way in which anything is written."""
