"""The gate: what stands between a draft and the public.

`preflight` lists the findings about the text itself; `approval` those about who checked it.
"""

from articles.gate.approval import approval_findings
from articles.gate.findings import RULES, Finding, Rule, Severity
from articles.gate.rules import preflight

__all__ = ["RULES", "Finding", "Rule", "Severity", "approval_findings", "preflight"]
