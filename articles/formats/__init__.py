"""Edition content in, the shapes of the outside world out; nothing here reads the database."""
