"""Rules that are proposed in, the sentence about each that people accept or decline out."""

from fingerpost.taught import NO_ADVICE, Proposal
from fingerpost.taxonomy import Taxonomy


def rule_sentence(proposal: Proposal, taxonomy: Taxonomy) -> str:
    """Say what a rule would do, how often it is right, and what it would have mended."""
    one = proposal.rule
    start = f"When “{one.phrase}” stands in a statement"
    does = (
        f"{start}, it is no advice"
        if one.value == NO_ADVICE
        else f"{start} → {taxonomy.label(one.value)}"
    )
    were = "was" if proposal.mends == 1 else "were"
    return (
        f"{does}. Right in {proposal.right} of {proposal.of} that you decided; "
        f"{proposal.mends} of them {were} proposed wrongly."
    )


def examples(proposal: Proposal) -> str:
    """Show the statements a rule is right in, one a line."""
    return "\n".join(f"• {text}" for text in proposal.examples)
