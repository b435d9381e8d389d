"""The demo newsroom: an invented country's nickel trade beside the one real item, made by the same
deeds as everything else. Its raw items lie in data/ as they were captured.
"""
