"""Synthesis of the default sound set: every clip is computed here, nothing is sampled.

Build-time only (numpy, scipy, soundfile, tqdm); the product ships the rendered FLAC files.
Everything is circular in one loop: an event that runs over the end continues at the start, so
there is no seam to hide.
"""
