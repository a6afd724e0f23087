"""Which official name a host imitates: whole names, then words."""
