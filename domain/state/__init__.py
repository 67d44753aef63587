"""
The state of one trajectory: what the rules need to know about a dossier, region by region.

It is folded from journal lines by :mod:`domain.trajectory` and asked by :mod:`domain.decide`.
A region's file is read when something of that region happened, or is asked for.
"""
