"""The stage: what the audience sees. It has no controls."""
