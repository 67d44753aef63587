"""The bare library's script, to which a cold command is compared."""

BARE = """
import os, sys
from uuid import UUID
os.environ["PERSISTENCE_MODULE"] = "eventsourcing.sqlite"
os.environ["SQLITE_DBNAME"] = sys.argv[1]
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event
class Dossier(Aggregate):
    @event("Opened")
    def __init__(self): self.steps = []
    @event("Advanced")
    def advance(self, step): self.steps.append(step)
class Office(Application[UUID]): pass
office = Office()
if len(sys.argv) == 2:
    dossier = Dossier()
    for step in range(8): dossier.advance(str(step))
    office.save(dossier)
    print(dossier.id)
else:
    dossier = office.repository.get(UUID(sys.argv[2]))
    dossier.advance("one more")
    office.save(dossier)
"""
"""What the bare library needs to load one aggregate and append one event, from a cold start."""
