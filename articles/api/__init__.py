"""The public API over editions: each address calls queries, and holds no rule of its own."""
