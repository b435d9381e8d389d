"""What consumers rely on: the description of the API and golden answers, as committed files."""
