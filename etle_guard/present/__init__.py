"""Presentation: a verdict as a record, on a terminal, as a page."""
