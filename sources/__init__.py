"""The lower domain: organisations, ownership, source documents, ingest, disclaimer."""
