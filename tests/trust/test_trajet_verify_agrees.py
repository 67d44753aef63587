"""The verifier stands alone, and reads notes and policies of its own: as the house reads them."""

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from trust.example_log import POLICY, example

from cli import trajet_verify as verifier
from domain.checkpoint import checkpoint_in
from domain.errors import BadInput
from projections.audit.policy import read_policy

ODD = (
    *("\n", "\n\n", " ", "\t", "\x7f", "\x85", "\u2028", "\xa0", "\u200b", "\u202e", "+", "—", "="),
    *(
        "0",
        "-1",
        "²",
        "٣",
        "trajet.at ",
        "trajet.heads ",
        "trajet.at\n",
        "more\n",
        "none",
        "fresh 7d\n",
    ),
)
NOTE = str(example().checkpoint().note)


def spoiled(data, text):
    """Put something odd into a text, or a line of it elsewhere, again or away."""
    for _ in range(data.draw(st.integers(1, 3))):
        lines = text.split("\n")
        at, to = (data.draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        match data.draw(st.sampled_from(["odd", "odd", "again", "away", "elsewhere"])):
            case "odd":
                place = data.draw(st.integers(0, len(text)))
                text = text[:place] + data.draw(st.sampled_from(ODD)) + text[place:]
                continue
            case "again":
                lines.insert(to, lines[at])
            case "away":
                del lines[at]
            case "elsewhere":
                lines[at], lines[to] = lines[to], lines[at]
        text = "\n".join(lines)
    return text


@settings(max_examples=300, deadline=None)
@for_all(st.data())
def test_a_checkpoint_is_read_as_the_house_reads_it(data):
    text = spoiled(data, NOTE)
    try:
        note, said = checkpoint_in(text)
        ours = (*said, note.lines)
    except BadInput:
        ours = None
    try:
        read = verifier.read_checkpoint(text.encode())
        heads = (read.streams, read.heads) if read.heads else None
        theirs = (read.origin, read.size, read.root, read.at, heads, tuple(read.note.lines))
    except ValueError:
        theirs = None
    assert ours == theirs


@settings(max_examples=300, deadline=None)
@for_all(st.data())
def test_a_policy_is_read_as_the_house_reads_it(data):
    text = spoiled(data, f"{POLICY}fresh 36h\n")
    try:
        policy = read_policy(text)
        keys = (
            [key.public for key in policy.logs],
            [key.public for key in policy.witnesses.values()],
        )
        ours = (*keys, policy.groups, policy.quorum, policy.fresh)
    except BadInput:
        ours = None
    try:
        read = verifier.read_policy(text)
        keys = [key.raw for key in read.logs], [key.raw for key in read.witnesses.values()]
        theirs = (*keys, read.groups, read.quorum or "none", read.fresh)
    except verifier.Unusable:
        theirs = None
    assert ours == theirs
