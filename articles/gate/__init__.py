"""The gate: what stands between a draft and the public.

`preflight` lists the findings about the text itself; `approval` those about who checked it;
`policy` says which steps each of them stops.
"""

from articles.gate.approval import approval_findings
from articles.gate.findings import ABOUT_REVIEW, RULES, Finding, Rule
from articles.gate.policy import POLICY, Severity
from articles.gate.rules import preflight

__all__ = [
    "ABOUT_REVIEW",
    "POLICY",
    "RULES",
    "Finding",
    "Rule",
    "Severity",
    "approval_findings",
    "preflight",
]
