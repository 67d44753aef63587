"""What is shipped: four packages that are ours alone, with their tables, and one command."""

import subprocess
import sys
from importlib.metadata import entry_points, packages_distributions
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

HOUSE = Path(__file__).parents[2]
PACKAGES = ("domain", "workflows", "projections", "cli")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names in a wheel built here and now, without any network."""
    room = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(room)],
        cwd=HOUSE,
        check=True,
        capture_output=True,
    )
    (built,) = room.glob("trajet-*.whl")
    with ZipFile(built) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_claims_our_package(package):
    # An editable install lists no modules, so there our own claim may be missing.
    assert set(packages_distributions().get(package, ["trajet"])) == {"trajet"}


@pytest.mark.parametrize("package", PACKAGES)
def test_our_package_is_the_one_in_this_checkout(package):
    spec = find_spec(package)
    assert spec is not None
    places = [Path(place).resolve() for place in spec.submodule_search_locations or []]
    assert places == [(HOUSE / package).resolve()]


def test_trajet_is_a_command():
    (command,) = entry_points(group="console_scripts", name="trajet")
    assert command.dist is not None
    assert command.dist.name == "trajet"
    assert callable(command.load())


@pytest.mark.parametrize("pattern", ["cli/sample/*.csv", "domain/rules/tables/*.toml"])
def test_the_wheel_brings_the_tables_along(wheel, pattern):
    tables = {table.relative_to(HOUSE).as_posix() for table in HOUSE.glob(pattern)}
    assert tables
    assert tables <= wheel


def test_the_wheel_holds_the_four_packages_and_nothing_else(wheel):
    assert {name.partition("/")[0] for name in wheel if ".dist-info/" not in name} == set(PACKAGES)
    assert not [name for name in wheel if "__pycache__" in name]


def test_the_wheel_carries_the_licence_and_the_command(wheel):
    noted = {name.partition("/")[2] for name in wheel if ".dist-info/" in name}
    assert {"licenses/LICENSE", "entry_points.txt", "METADATA"} <= noted
