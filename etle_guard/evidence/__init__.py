"""Evidence: every rule looks at the parsed message and gives findings or none."""
