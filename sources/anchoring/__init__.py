"""Tying a quote to its place in a text, and finding the place again (W3C Web Annotation).

Exact, then position, then fuzzy with at most 10 % edits and a clear margin to the runner-up.
Anything less is no anchor: a look-alike passage is never taken silently. Nor is one that says
something else by a figure, a name or a word, or that stands where the quote did not.
"""

from sources.anchoring.placing import anchor
from sources.anchoring.selecting import Selector, select

__all__ = ["Selector", "anchor", "select"]
