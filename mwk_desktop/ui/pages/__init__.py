"""The pages over the console: connect, settings, pre-flight, SQL (GUI thread only)."""
