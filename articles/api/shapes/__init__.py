"""The shapes of what the articles domain answers: nothing is serialized by them.

Answers are the stored JSON of editions; a contract test holds both together.
"""
