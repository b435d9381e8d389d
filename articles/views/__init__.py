"""The public site: each view asks a query or calls an action, and renders a template."""
