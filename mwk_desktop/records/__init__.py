"""Records and tweets: their shapes, decoding, and the recording format in both directions."""
