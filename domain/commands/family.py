"""Families: who belongs together, births, majorities, ages in dispute."""
