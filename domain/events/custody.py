"""Detention titles, their prolongation and end; absconding."""
