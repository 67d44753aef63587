"""A proof leads to the root it is of, and no other does."""

import subprocess
import sys

import pytest
from hypothesis import assume
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain.merkle import EMPTY_ROOT, Frontier, leaf_hash, node_hash
from domain.proofs import Tree, consistency, consistent, included, inclusion, perfect, root

# The leaves every implementation is measured by (Certificate Transparency), and its proofs.
LEAVES = [
    leaf_hash(bytes.fromhex(text))
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
INCLUSIONS = [
    (0, 1, []),
    (
        0,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        5,
        8,
        [
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
        1,
        5,
        [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]
CONSISTENCIES = [
    (1, 1, []),
    (
        1,
        8,
        [
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        ],
    ),
    (
        6,
        8,
        [
            "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
            "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        ],
    ),
    (
        2,
        5,
        [
            "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        ],
    ),
]

SIZES = st.integers(1, 300)
NUMBERED = [leaf_hash(str(number).encode()) for number in range(300)]


def over(leaves):
    """Say where the roots of perfect subtrees are to be had."""

    def subtree(level, index):
        part = leaves[index << level : (index + 1) << level]
        assert len(part) == 1 << level
        while len(part) > 1:
            part = [node_hash(*part[at : at + 2]) for at in range(0, len(part), 2)]
        return part[0]

    return subtree


def root_of(size):
    return root(size, over(NUMBERED))


@pytest.mark.parametrize(("index", "size", "proof"), INCLUSIONS)
def test_the_reference_proofs_of_inclusion_are_met(index, size, proof):
    hashes = inclusion(index, size, over(LEAVES))
    assert [one.hex() for one in hashes] == proof
    assert included(LEAVES[index], index, size, hashes, root(size, over(LEAVES)))


@pytest.mark.parametrize(("old", "size", "proof"), CONSISTENCIES)
def test_the_reference_proofs_of_consistency_are_met(old, size, proof):
    hashes = consistency(old, size, over(LEAVES))
    assert [one.hex() for one in hashes] == proof
    roots = root(old, over(LEAVES)), root(size, over(LEAVES))
    assert consistent(old, roots[0], size, roots[1], hashes)


@for_all(st.integers(0, 300))
def test_the_root_is_that_of_the_right_edge(size):
    tree = Frontier()
    for leaf in NUMBERED[:size]:
        tree.append(leaf)
    assert root_of(size) == tree.root()


@pytest.mark.parametrize("size", range(1, 34))
def test_every_leaf_of_a_small_tree_is_proved(size):
    for index in range(size):
        proof = inclusion(index, size, over(NUMBERED))
        places = [
            at for at in range(size) if included(NUMBERED[index], at, size, proof, root_of(size))
        ]
        assert places == [index]


@pytest.mark.parametrize("size", range(34))
def test_every_beginning_of_a_small_tree_is_proved(size):
    for old in range(size + 1):
        proof = consistency(old, size, over(NUMBERED))
        assert consistent(old, root_of(old), size, root_of(size), proof)


@for_all(SIZES, st.data())
def test_no_other_leaf_hash_or_root_is_led_to(size, data):
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion(index, size, over(NUMBERED))
    changed = data.draw(st.integers(0, len(proof) + 1))
    whole = [*proof, NUMBERED[index], root_of(size)]
    whole[changed] = flipped(data, whole[changed])
    *tampered, leaf, head = whole
    assert not included(leaf, index, size, tampered, head)


@for_all(SIZES, st.data())
def test_no_other_older_root_hash_or_newer_root_is_led_to(size, data):
    old = data.draw(st.integers(1, size))
    proof = consistency(old, size, over(NUMBERED))
    whole = [*proof, root_of(old), root_of(size)]
    changed = data.draw(st.integers(0, len(whole) - 1))
    whole[changed] = flipped(data, whole[changed])
    *tampered, older, newer = whole
    assert not consistent(old, older, size, newer, tampered)


@for_all(SIZES, st.integers(0, 300), SIZES, st.integers(0, 300), st.data())
def test_a_proof_does_not_fit_another_place_or_a_tree_of_another_size(
    size, other_size, other, place, data
):
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion(index, size, over(NUMBERED))
    assume((place, other) != (index, size))
    assert not included(NUMBERED[index], place, other, proof, root_of(other))
    old = data.draw(st.integers(0, size))
    hashes = consistency(old, size, over(NUMBERED))
    assume((other_size, other) != (old, size) and 0 < other_size < other)
    assert not consistent(other_size, root_of(other_size), other, root_of(other), hashes)


@for_all(SIZES, st.data())
def test_a_proof_with_a_hash_more_or_less_is_none(size, data):
    index, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    one, other = inclusion(index, size, over(NUMBERED)), consistency(old, size, over(NUMBERED))
    for proof in (one[:-1], one[1:], [*one, bytes(32)], [bytes(32), *one]):
        if proof != one:
            assert not included(NUMBERED[index], index, size, proof, root_of(size))
    for proof in (other[:-1], other[1:], [*other, bytes(32)], [bytes(32), *other]):
        if proof != other:
            assert not consistent(old, root_of(old), size, root_of(size), proof)


def test_the_empty_tree_begins_every_log_and_holds_nothing():
    assert consistent(0, EMPTY_ROOT, 5, root_of(5), [])
    assert consistent(0, EMPTY_ROOT, 0, EMPTY_ROOT, [])
    assert not consistent(0, EMPTY_ROOT, 0, root_of(5), [])
    assert not consistent(0, bytes(32), 5, root_of(5), [])
    assert not consistent(0, EMPTY_ROOT, 5, root_of(5), [bytes(32)])
    assert not included(EMPTY_ROOT, 0, 0, [], EMPTY_ROOT)


def test_sizes_that_cannot_be_are_never_proved():
    assert not consistent(5, root_of(5), 4, root_of(4), [])
    assert not consistent(-1, root_of(5), 4, root_of(4), [])
    assert not included(NUMBERED[0], -1, 1, [], NUMBERED[0])
    with pytest.raises(ValueError, match="no leaf 4"):
        inclusion(4, 4, over(NUMBERED))
    with pytest.raises(ValueError, match="one of 5"):
        consistency(5, 4, over(NUMBERED))


def test_a_proof_longer_than_any_tree_asks_for_is_not_gone_through():
    endless = [bytes(32)] * 1_000_000
    assert not included(NUMBERED[0], 2**62, 2**63 - 1, endless, bytes(32))
    assert not consistent(2**62, bytes(32), 2**63 - 1, bytes(32), endless)


def test_a_proof_of_a_large_tree_asks_for_few_subtrees():
    asked = []

    def subtree(level, index):
        asked.append((level, index))
        return bytes(32)

    inclusion(999_999, 1_000_000, subtree)
    consistency(654_321, 1_000_000, subtree)
    assert len(asked) < 100


@for_all(SIZES)
def test_a_tree_in_memory_proves_as_the_log_does(size):
    tree = Tree(NUMBERED[:size])
    assert tree.root == root_of(size)
    for index in {0, size // 2, size - 1}:
        assert tree.inclusion(index) == inclusion(index, size, over(NUMBERED))


def test_a_tree_of_nothing_has_the_root_of_nothing():
    assert Tree([]).root == EMPTY_ROOT
    with pytest.raises(ValueError, match="no leaf 0"):
        Tree([]).inclusion(0)


@for_all(st.integers(0, 10**6))
def test_leaves_are_cut_into_subtrees_that_follow_one_another(size):
    at = 0
    for level, index in perfect(0, size):
        assert index << level == at
        at += 1 << level
    assert at == size


PYMERKLE = """
import sys
from pymerkle import InmemoryTree
tree = InmemoryTree(algorithm="sha256")
size = int(sys.argv[1])
for number in range(size):
    tree.append_entry(str(number).encode())
for index in range(1, size + 1):
    path = tree.prove_inclusion(index, size).serialize()["path"]
    print(" ".join(path))
"""


@pytest.mark.parametrize("size", [1, 2, 7, 64, 100])
def test_another_implementation_proves_inclusion_by_the_same_hashes(size):
    """In a process of its own, for its licence; it puts the leaf itself before its proof."""
    run = subprocess.run(
        [sys.executable, "-c", PYMERKLE, str(size)], capture_output=True, text=True, check=True
    )
    theirs = run.stdout.splitlines()
    for index, path in enumerate(theirs):
        hashes = inclusion(index, size, over(NUMBERED))
        assert {NUMBERED[index].hex(), *(one.hex() for one in hashes)} == set(path.split())
    assert len(theirs) == size


def flipped(data, raw):
    """Change a bit of a hash."""
    bit = data.draw(st.integers(0, 255))
    return (int.from_bytes(raw) ^ 1 << bit).to_bytes(32)
