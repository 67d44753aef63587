"""The dossier that these specs restrict at the desk, who works there, and what restricts it."""

D = "VOT-2026-0001"
STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("m.vandamme", "P-003", "attache-coach"),
    ("n.bernard", "P-011", "centre-director"),
    ("b.wouters", "P-016", "removal-director"),
    ("v.hermans", "P-017", "removal-director"),
    ("a.denis", "P-018", "auditor"),
)


def restricted(motives: str = "", instructions: str = "") -> tuple[str, ...]:
    """Write what restricts it to m.vandamme, with options that say why and what to mind."""
    return (
        f"privacy propose-restriction {D} --reason media {motives} --as n.bernard",
        f"privacy restrict {D} --reason media {instructions} --as b.wouters",
        f"privacy grant {D} --to m.vandamme {motives} --as b.wouters",
    )
