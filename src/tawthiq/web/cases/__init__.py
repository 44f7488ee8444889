"""Cases: the list of them."""
