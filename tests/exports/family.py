"""
A family in which a child is born and another becomes eighteen.

A decision about the mother is annulled and taken anew, one act was told late, two were corrected.
"""

from story import Desk

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("n.bernard", "P-011", "centre-director"),
    ("b.wouters", "P-016", "removal-director"),
    ("a.denis", "P-018", "auditor"),
)
MOTHER, SON, CHILD = "TUB-2024-0001", "TUB-2024-0002", "TUB-2024-0003"
BORN, EIGHTEEN = "2024-03-15", "2024-03-20"
_FAMILY = f"""\
open {MOTHER} --centre TUB --from border --sex F --adult --on 2024-03-02T10:00 --as d.lambert
open {SON} --centre TUB --from border --sex M --minor --accompanied \
--on 2024-03-02T10:00 --as d.lambert
family link {MOTHER} {SON} --role parent --role child --majority-on {SON}={EIGHTEEN} \
--on 2024-03-02T10:20 --as d.lambert
family birth {MOTHER} --dossier {CHILD} --sex F --on {BORN}T04:20 --as d.lambert
family majority {SON} --on {EIGHTEEN}T09:00 --as d.lambert
correct {MOTHER} --version 3 --field occurred_at --to 2024-03-14T23:10 --reason night --as n.bernard
inform {CHILD} --language fr --interpreter I-17 --on 2024-03-25T10:00 --as d.lambert
"""
_DECIDED = f"""\
hearing hold {MOTHER} --language fr --interpreter I-17 --on 2024-03-26T10:00 --as d.lambert
inform {MOTHER} --language fr --interpreter I-17 --on 2024-03-22T14:30 --as d.lambert
decision draft {MOTHER} --form 13septies --kind return-decision --article 7-1-1 --article 7-1-12 \
--motives none --on {{0}}T09:00 --as p.dubois
decision take {MOTHER} --considered best-interest --considered family-life --considered health \
--on {{0}}T11:00 --as e.claes
"""
_ANNULLED = f"""\
decision annul {MOTHER} --by authority --reason name --on 2024-03-28T09:00 --as e.claes
"""


def taken_in(desk: Desk) -> Desk:
    """Make the store of a desk and tell it all."""
    desk.staffed(*STAFF).does(_FAMILY, _DECIDED.format("2024-03-27"), _ANNULLED)
    desk.does(*_DECIDED.format("2024-03-29").splitlines()[2:])
    return desk
