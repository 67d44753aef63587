"""The texts of each region of the procedure, in a file of its own."""

from cli.translations.regions import (
    bundles,
    checkpoints,
    conformance,
    exports,
    leads,
    motives,
    sample,
    sheets,
    staff,
    verify,
    worklist,
)
from domain.regions import files_of

# What is said of information and of corrections stands with the texts of the whole desk.
REGIONS = (
    *files_of(__name__, but=("information", "correction")),
    bundles,
    checkpoints,
    conformance,
    exports,
    worklist,
    sheets,
    leads,
    motives,
    sample,
    staff,
    verify,
)
