"""Records a show's decisions, and reads them back for a replay or a bounce.

Begin with :mod:`.show_log` (the lines of the topic ``mwk-show``: start, closes, landings,
overrides). :mod:`.show_recorder` writes them and the tweets to a file on its own thread;
:mod:`.recorded_landings` turns the recorded landings into plans for an engine.
:mod:`.show_topic` is the same vocabulary on the Kafka topic ``mwk-show``, for other consoles.
"""
