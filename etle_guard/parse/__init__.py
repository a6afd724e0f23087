"""Parse: raw text, sender and file names, and what they are. Nothing is judged here."""
