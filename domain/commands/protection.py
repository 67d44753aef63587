"""Asylum, non-refoulement, and what else protects the resident from removal."""
