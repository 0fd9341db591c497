"""What a decision rests on: a reason is part of each, and what only an examination finds is nobody's reading."""

from search.accounts.reason_words import says_why
from search.commands import JudgeProposal
from search.errors import Refused
from search.vocabulary import JudgementKind, JudgementReason, RuledOutBy

# A forensic service says that these agree, in an entry of its own; a reader never does.
_OF_EXAMINATIONS = frozenset({JudgementReason.DNA, JudgementReason.FINGERPRINTS, JudgementReason.TEETH})
# A reason of a negative that is also what rules the pair out.
_ALSO_RULES_OUT = {
    JudgementReason.INTERVIEW: RuledOutBy.INTERVIEW,
    JudgementReason.DNA: RuledOutBy.DNA,
    JudgementReason.FINGERPRINTS: RuledOutBy.FINGERPRINTS,
    JudgementReason.TEETH: RuledOutBy.TEETH,
}


def require_reasons(command: JudgeProposal) -> None:
    """Raise Refused where a decision does not say what it rests on, or rests on what nobody reads from a card."""
    if command.kind is JudgementKind.ASK_FAMILY:
        raise Refused("families_are_asked_in_turn")
    if command.kind is JudgementKind.UNSURE:
        return
    if command.kind is JudgementKind.POSITIVE and command.reasons & _OF_EXAMINATIONS:
        raise Refused("primary_not_read_here")
    named = command.reasons - {JudgementReason.OTHER} or ruled_out_by(command)
    if not named and not (JudgementReason.OTHER in command.reasons and says_why(command.words)):
        raise Refused("reasons_needed")
    if command.as_meeting and not says_why(command.words):
        raise Refused("minutes_needed")


def ruled_out_by(command: JudgeProposal) -> frozenset[RuledOutBy]:
    """What a negative rests on beyond reading, whether it was said as such or as a reason; empty for all others."""
    if command.kind is not JudgementKind.NEGATIVE:
        return frozenset()
    return command.ruled_out_by | {_ALSO_RULES_OUT[reason] for reason in command.reasons if reason in _ALSO_RULES_OUT}
