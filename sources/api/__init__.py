"""The doors of the sources domain in the API, and what every part of the API shares."""
