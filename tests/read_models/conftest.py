"""The desk of a centre for every test that asks for one, its read models on either database."""

import pytest
from dossier import ASSISTANT, COACH, DIRECTOR, OFFICER, SECURITY
from read_models.centre import Centre
from read_models.views import views_at

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(params=DATABASES)
def views(request, tmp_path):
    """An empty place for read models, one of each kind in turn."""
    if request.param == "sqlite":
        views = views_at(f"sqlite:///{tmp_path / 'views.db'}")
        yield views
        views.close()
        return
    server = request.getfixturevalue("server")
    name = server.database()
    views = views_at(server.url(name))
    yield views
    views.close()
    server.drop(name)


@pytest.fixture
def centre(tmp_path, views):
    centre = Centre(tmp_path, views)
    centre.employ(COACH, ASSISTANT, OFFICER, DIRECTOR, SECURITY)
    yield centre
    centre.close()
