"""Reading the store: each module gives one room its values back."""
