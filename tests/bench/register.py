"""A register of many dossiers: the sample repeated under other numbers."""

from pathlib import Path

import registers


def enlarged(folder: Path, rows: int) -> Path:
    """Write a register of so many rows."""
    file = folder / "register.csv"
    file.write_bytes(registers.enlarged(rows))
    return file
