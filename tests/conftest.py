"""What every test may ask for."""

from story import desk

__all__ = ["desk"]
