"""An independent check of a folder of seamless loops and their takes: ``python -m loopcheck DIR``.

It shares nothing with the synthesis beside it: its meters would find a fault there. ``limits`` says
what is judged, ``loop_measures`` and ``tones`` measure a file, ``set_measures`` what files are to
each other, ``__main__`` reads the folder and reports.
"""
