"""The tree of the transparency log is that of RFC 6962, whoever computes it."""

import subprocess
import sys
from hashlib import sha256

import pytest
from hypothesis import example
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain.merkle import (
    EMPTY_ROOT,
    KEPT_LEVELS,
    Frontier,
    leaf_hash,
    leaf_text,
    node_hash,
)

# The leaves and roots every implementation is measured by (Certificate Transparency).
LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def root_by_definition(leaves):
    """Compute the root as RFC 6962 section 2.1 words it."""
    if not leaves:
        return EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(root_by_definition(leaves[:half]), root_by_definition(leaves[half:]))


def grown(leaves):
    """Append the leaves one by one; return the tree and what was to be kept."""
    tree, kept = Frontier(), []
    for leaf in leaves:
        kept += tree.append(leaf)
    return tree, kept


def numbered(size):
    return [leaf_hash(str(number).encode()) for number in range(size)]


@pytest.mark.parametrize("size", range(9))
def test_the_reference_roots_are_met(size):
    tree, _ = grown([leaf_hash(leaf) for leaf in LEAVES[:size]])
    assert tree.root().hex() == ROOTS[size]


@for_all(st.lists(st.binary(max_size=8), max_size=200))
@example([b""] * 200)
def test_the_right_edge_knows_the_root_at_every_size(texts):
    leaves = [leaf_hash(text) for text in texts]
    tree = Frontier()
    for size, leaf in enumerate(leaves, start=1):
        tree.append(leaf)
        if size % 37 == 0 or size == len(leaves):
            assert tree.root() == root_by_definition(leaves[:size])
    assert tree.size == len(leaves)


@for_all(st.integers(0, 600), st.integers(0, 600))
def test_a_right_edge_that_was_kept_grows_like_one_that_was_not(before, after):
    leaves = numbered(before + after)
    tree, _ = grown(leaves[:before])
    kept = Frontier.unpack(tree.size, tree.pack())
    for leaf in leaves[before:]:
        kept.append(leaf)
    whole, _ = grown(leaves)
    assert (kept.size, kept.pack(), kept.root()) == (whole.size, whole.pack(), whole.root())


@pytest.mark.parametrize(
    ("size", "packed"), [(1, b""), (0, bytes(32)), (3, bytes(32)), (1, bytes(31)), (-1, b"")]
)
def test_a_right_edge_that_cannot_belong_to_its_size_is_refused(size, packed):
    with pytest.raises(ValueError, match="frontier"):
        Frontier.unpack(size, packed)


@pytest.mark.parametrize("size", [255, 256, 257, 511, 512, 1000])
def test_the_kept_nodes_are_the_roots_of_their_leaves(size):
    leaves = numbered(size)
    _, kept = grown(leaves)
    assert kept == [
        (8, index, root_by_definition(leaves[index << 8 : (index + 1) << 8]))
        for index in range(size >> 8)
    ]


def test_nodes_are_kept_at_three_levels():
    blocks = 1 << KEPT_LEVELS[1] - KEPT_LEVELS[0]
    leaves = numbered(1 << KEPT_LEVELS[0])
    block = root_by_definition(leaves)
    tree, kept = Frontier(), []
    for _ in range(blocks):
        for leaf in leaves:
            kept += tree.append(leaf)
    assert [place[:2] for place in kept if place[0] > 8] == [(16, 0)]
    assert kept[-1] == (16, 0, root_by_definition([block] * blocks))
    assert tree.hashes == [kept[-1][2]]


def test_a_leaf_is_six_lines_anybody_can_write():
    text = leaf_text(7, 9, "HOL-2026-0042", 2, "information-given.v1", b'{"data":{}}')
    assert text == (
        b"trajet.event/v1\n7\n9\nHOL-2026-0042\n2\ninformation-given.v1\n"
        b"sha256:7fb9d166d1a15bce0b9f085f3818946fd9297e4513a4a034a0ceb749292b4c0d\n"
    )
    assert leaf_hash(text) == sha256(b"\0" + text).digest()


PYMERKLE = """
import sys
from pymerkle import InmemoryTree
tree = InmemoryTree(algorithm="sha256")
print(tree.get_state().hex())
for number in range(int(sys.argv[1])):
    tree.append_entry(str(number).encode())
    print(tree.get_state().hex())
"""


def test_another_implementation_computes_the_same_roots():
    """In a process of its own: its licence does not allow it to be part of anything of ours."""
    size = 300
    run = subprocess.run(
        [sys.executable, "-c", PYMERKLE, str(size)], capture_output=True, text=True, check=True
    )
    tree = Frontier()
    ours = [tree.root().hex()]
    for leaf in numbered(size):
        tree.append(leaf)
        ours.append(tree.root().hex())
    assert run.stdout.split() == ours
