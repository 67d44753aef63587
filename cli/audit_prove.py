"""Proofs for whoever has a checkpoint and no store: made here, and looked at again."""

from typing import TYPE_CHECKING, Any

import click

from cli.base import DOSSIER, Desk, Number, TrajetCommand, option, print_json
from cli.render import instant
from cli.signed_files import hand_out, policy_in, text_in
from cli.words import say
from domain.errors import BadInput, StoreTrouble

if TYPE_CHECKING:
    from domain.checkpoint import Checkpoint, Consistency, Inclusion
    from domain.note import Note
    from projections.audit.policy import Judgement, Policy


@click.command("prove", cls=TrajetCommand)
@click.argument("dossier", type=DOSSIER, required=False)
@click.argument("version", type=Number(min=1), required=False)
@option("--last", is_flag=True, help="Prove which act was the last of the dossier by then.")
@option(
    "--from",
    "since",
    metavar="SIZE|NOTE",
    help="Prove that the log begins with an older one: its size, or a checkpoint of it.",
)
@option(
    "--checkpoint",
    "checkpoint",
    metavar="NOTE",
    help="Prove by this checkpoint; without it by the newest that is kept in the store.",
)
@option("--check", metavar="FILE", help="Look at a proof again; needs no store.")
@option("--policy", metavar="FILE", help="With --check: whom to believe.")
@option("-o", "--output", metavar="FILE", help="Write it into this file.")
def prove(
    desk: Desk,
    dossier: str | None,
    version: int | None,
    last: bool,
    since: str | None,
    checkpoint: str | None,
    check: str | None,
    policy: str | None,
    output: str | None,
) -> None:
    """
    Prove that an act is in the log, which was the last, or that the log only grew.

    Whoever has the proof needs no store and none of our programs.
    """
    if check is not None:
        if dossier or checkpoint or last or output:
            raise BadInput("--check goes with --policy and --from alone")
        _check(desk, text_in(check), since, policy)
        return
    if policy:
        raise BadInput("--policy goes with --check")
    acts = [dossier is not None and version is not None, last, since is not None]
    if sum(acts) != 1 or (since is not None) == (dossier is not None):
        raise BadInput(
            "name a dossier with a version, a dossier with --last, or --from alone; see --help"
        )
    if since is not None:
        proof = _growth(desk, since, checkpoint)
    else:
        proof = _act(desk, str(dossier), version, checkpoint)
    if desk.as_json:
        print_json({"proof": proof})
    if output or not desk.as_json:
        hand_out(proof, output)


def _act(desk: Desk, dossier: str, version: int | None, checkpoint: str | None) -> str:
    """Prove that an act is on record, or which was the last, to who may read the dossier."""
    from cli.restricted import let_in
    from workflows.proving import prove_act, prove_last

    stream = dossier.lower() if dossier.startswith(("staff:", "house:")) else dossier
    journal = desk.office.journal
    note = _note(desk, checkpoint)
    let_in(desk, journal.history(stream.rpartition(":")[2]))
    if version is None:
        return str(prove_last(journal, note, stream))
    return str(prove_act(journal, note, stream, version))


def _growth(desk: Desk, since: str, checkpoint: str | None) -> str:
    from domain.checkpoint import checkpoint_in
    from domain.note import number
    from workflows.proving import prove_growth

    old = number(since)
    before = checkpoint_in(text_in(since))[1] if old is None else old
    return str(prove_growth(desk.office.journal, _note(desk, checkpoint), before))


def _note(desk: Desk, checkpoint: str | None) -> "Note":
    """Read the checkpoint to prove by: the one given, else the newest kept in the store."""
    from domain.checkpoint import checkpoint_in

    if checkpoint is not None:
        return checkpoint_in(text_in(checkpoint))[0]
    kept = desk.office.journal.newest_checkpoint()
    if kept is None:
        raise BadInput("no checkpoint is kept in the store; make one with: trajet audit checkpoint")
    try:
        return checkpoint_in(kept)[0]
    except BadInput as wrong:
        raise StoreTrouble(
            "the newest checkpoint in the store cannot be read; give one with --checkpoint"
        ) from wrong


# --- looking at a proof again -----------------------------------------------------------------


def _check(desk: Desk, text: str, since: str | None, policy: str | None) -> None:
    """Say whether a proof holds, and under a policy whether its checkpoint may be relied on."""
    from domain.checkpoint import read_checkpoint, read_consistency, read_inclusion

    proof: Consistency | Inclusion
    if text.startswith("old "):
        proof = read_consistency(text)
        told = _growth_told(proof, _before(proof, since))
    else:
        if since is not None:
            raise BadInput("--from goes with the proof that a log only grew")
        proof = read_inclusion(text)
        told = _inclusion_told(proof)
    checkpoint = read_checkpoint(proof.note.text)
    judged = _judged(policy_in(policy), proof.note, checkpoint) if policy else None
    _tell(desk, told, checkpoint, judged)
    if not told["holds"] or (judged and not judged.holds):
        raise SystemExit(1)


def _before(proof: "Consistency", since: str | None) -> "Checkpoint":
    """Read the older checkpoint a proof begins at; of the empty log none is needed."""
    from domain.checkpoint import Checkpoint, checkpoint_in, read_checkpoint
    from domain.merkle import EMPTY_ROOT

    if since is not None:
        return checkpoint_in(text_in(since))[1]
    if proof.old:
        raise BadInput("name the checkpoint of {old} leaves with --from", old=proof.old)
    return Checkpoint(read_checkpoint(proof.note.text).origin, 0, EMPTY_ROOT)


def _growth_told(proof: "Consistency", before: "Checkpoint") -> dict[str, Any]:
    return {"holds": proof.leads_from(before), "proves": "growth", "from": proof.old}


def _inclusion_told(proof: "Inclusion") -> dict[str, Any]:
    from domain.note import shown

    lines = proof.leaf.decode("utf-8", "replace").split("\n")
    told: dict[str, Any] = {"holds": proof.holds()}
    if proof.of_a_head and len(lines) == _HEAD_LINES:
        stream, version, leaf = lines[1:4]
        told |= {"proves": "last", "stream": shown(stream), "version": shown(version)}
        return told | {"log_index": shown(leaf)}
    if lines[0] == "trajet.event/v1" and len(lines) == _LEAF_LINES:
        index, _, stream, version, topic, state = lines[1:7]
        told |= {"proves": "act", "stream": shown(stream), "version": shown(version)}
        told |= {"log_index": shown(index), "topic": shown(topic), "state": shown(state)}
        return told | {"holds": told["holds"] and index == str(proof.place)}
    return told | {"proves": "leaf", "log_index": str(proof.place)}


_HEAD_LINES, _LEAF_LINES = 5, 8
"""With what stands after the last newline: nothing."""


def _judged(policy: "Policy", note: "Note", checkpoint: "Checkpoint") -> "Judgement":
    from datetime import UTC, datetime

    from projections.audit.policy import judge

    return judge(policy, note, checkpoint, datetime.now(UTC))


def _tell(
    desk: Desk, told: dict[str, Any], checkpoint: "Checkpoint", judged: "Judgement | None"
) -> None:
    if desk.as_json:
        by = {"origin": checkpoint.origin, "size": checkpoint.size, "root": checkpoint.root.hex()}
        print_json({**told, **by, "policy": judged and _judgement_json(judged)})
        return
    click.echo(_proved(told, checkpoint) if told["holds"] else say("the proof does not hold"))
    if judged is None:
        click.echo(say("who signed the checkpoint was not judged; give --policy"))
        return
    for name, moment in judged.witnesses.items():
        click.echo(say("witness: {name}, {at}", name=name, at=instant(moment)))
    for fault in _faults(judged):
        click.echo(fault)
    if judged.holds:
        click.echo(say("the checkpoint may be relied on"))


def _proved(told: dict[str, Any], checkpoint: "Checkpoint") -> str:
    log = {"origin": checkpoint.origin, "size": checkpoint.size}
    match told["proves"]:
        case "growth":
            return say(
                "it holds: {origin} with {size} leaves begins with the {old} from before",
                old=told["from"],
                **log,
            )
        case "last":
            return say(
                "it holds: the last act of {stream} was version {version}, in {origin} with "
                "{size} leaves",
                stream=told["stream"],
                version=told["version"],
                **log,
            )
        case "act":
            return say(
                "it holds: {stream} version {version} ({topic}, {state}) is leaf {index} of "
                "{origin} with {size} leaves",
                stream=told["stream"],
                version=told["version"],
                topic=told["topic"],
                state=told["state"],
                index=told["log_index"],
                **log,
            )
        case _:
            return say(
                "it holds: leaf {index} is in {origin} with {size} leaves",
                index=told["log_index"],
                **log,
            )


def _faults(judged: "Judgement") -> list[str]:
    """Say what of a checkpoint does not hold under the policy."""
    faults = []
    if not judged.known:
        faults.append(say("the policy does not name this log"))
    elif not judged.signed:
        faults.append(say("the key of the log did not sign this checkpoint"))
    faults += [say("a line of {name} is false", name=name) for name in judged.false]
    if not judged.agreed:
        faults.append(say("fewer witnesses agree than the policy asks for"))
    if judged.fresh is False:
        faults.append(say("the checkpoint is older than the policy allows, or of a day to come"))
    return faults


def _judgement_json(judged: "Judgement") -> dict[str, Any]:
    return {
        "holds": judged.holds,
        "known": judged.known,
        "signed": judged.signed,
        "witnesses": {name: instant(at) for name, at in judged.witnesses.items()},
        "false": list(judged.false),
        "quorum": judged.agreed,
        "fresh": judged.fresh,
    }
