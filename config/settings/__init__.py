"""Settings of Assay: `base` is safe for production, the other modules only loosen it."""
