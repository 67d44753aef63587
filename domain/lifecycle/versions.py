"""
The versions of the procedure. A trajectory keeps the one it was opened under.

A new version never changes what an old dossier may do, until that dossier is taken over
to it by an act of its own. Rows of the tables and guards say from which version on they
hold, and until which; nothing of an older version is ever taken out.
"""

from domain.lifecycle.stages import FIRST, SECOND

VERSIONS = {
    FIRST: "what a centre's register knows: information, decision, appeals, IOM file, fitness",
    SECOND: "the whole procedure: custody, protection, identification, health, measures, removal",
}
"""Number → what it covers."""

NEWEST = SECOND
"""The version a trajectory opened at the desk is under."""

REGISTER = FIRST
"""The version a trajectory taken in from a centre's register is under: it tells no more."""
