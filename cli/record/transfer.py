"""Moves from one place to another, and the beds there."""
