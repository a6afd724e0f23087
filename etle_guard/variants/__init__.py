"""Lookalikes of a name that somebody could register, for those who want to register or watch them first."""
