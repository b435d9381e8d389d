"""Finding the passage that a claim rests on, from inside the block that cites it."""
