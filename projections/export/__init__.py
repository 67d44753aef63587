"""
The log of acts, written out for analysis by other programs.

An act of a dossier becomes a :class:`~projections.export.deeds.Deed`: what may leave the house
of it, under names that stand for the real ones. Each format has a file that writes deeds.
"""
