"""The texts of the region ending in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {}

NL: dict[str, str] = {}
