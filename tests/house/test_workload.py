"""What the benchmarks record is lawful: a rule that changes is told here, not when one measures."""

from bench import workload
from cabinet import paths_in

from domain.lifecycle import Stage
from domain.trajectory import replay


def test_every_act_of_the_measured_dossier_passes(tmp_path):
    office = workload.founded(paths_in(tmp_path))
    workload.record(office, range(1))
    state = replay(office.journal.history(workload.number(0)))
    office.close()
    assert state is not None
    assert (state.stage, state.version) == (Stage.DEPARTED, workload.STEPS)
