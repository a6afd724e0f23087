"""The tables, and the makers of those that are generated."""
