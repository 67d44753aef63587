"""Which decision an act is about, where several stand."""

from domain.lifecycle import RoundState
from domain.lifecycle.decision import kind_of
from domain.state.decision import Round
from domain.values import AnnulledBy


def obliging(rounds: tuple[Round, ...]) -> Round | None:
    """
    Find the notified decision that obliges to leave within a period: the latest in force.

    Of several none of which is in force, the latest. A draft obliges to nothing.
    """
    notified = [each for each in ordering(rounds) if each.state is RoundState.NOTIFIED]
    in_force = [each for each in notified if each.in_force]
    return next(reversed(in_force or notified), None)


def ordering(rounds: tuple[Round, ...]) -> list[Round]:
    """List the decisions, taken and not annulled, that oblige to leave within a period."""
    taken = (RoundState.TAKEN, RoundState.NOTIFIED)
    return [each for each in rounds if each.state in taken and kind_of(each.kind).leaves]


def annullable(rounds: tuple[Round, ...], by: AnnulledBy, number: str | None = None) -> list[Round]:
    """
    List the decisions and drafts an annulment may be about.

    The Council annuls what was notified, even while another decision is drafted. ``number`` is
    that of the decision; of one that has none, or shares it with another, that of its round.
    """
    standing = [each for each in rounds if each.state is not RoundState.ANNULLED]
    if number is not None:
        named = [each for each in standing if each.reference == number]
        return named or [each for each in standing if str(each.number) == number]
    notified = [each for each in standing if each.state is RoundState.NOTIFIED]
    return notified if by is AnnulledBy.COUNCIL and notified else standing
