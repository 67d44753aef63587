"""The texts of the region family in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {}

NL: dict[str, str] = {}
