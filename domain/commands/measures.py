"""Isolation, order, discipline and coercion."""
