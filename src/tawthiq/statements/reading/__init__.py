"""What an English text says in numbers, times and names, read by rules that can be explained."""
