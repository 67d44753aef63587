"""The texts of the region decision in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {}

NL: dict[str, str] = {}
