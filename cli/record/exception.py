"""Exceptions: overriding a rule, and taking a dossier over to a newer procedure."""
