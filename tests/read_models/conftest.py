"""The desk of a centre for every test that asks for one."""

import pytest
from dossier import ASSISTANT, COACH, DIRECTOR, OFFICER, SECURITY
from read_models.centre import Centre


@pytest.fixture
def centre(tmp_path):
    centre = Centre(tmp_path)
    centre.employ(COACH, ASSISTANT, OFFICER, DIRECTOR, SECURITY)
    yield centre
    centre.close()
