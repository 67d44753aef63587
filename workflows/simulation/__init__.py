"""
A fictional year made from published figures, through the path every command takes.

``figures`` holds what the year is calibrated to, ``crew`` the staff, ``plan`` thinks one
stay up, ``mishaps`` adds what goes wrong, ``year`` puts all stays in one order of time and
``run`` carries them out. Everything but ``run`` is pure: dice in, acts out.
"""
