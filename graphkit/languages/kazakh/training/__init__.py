"""KazNERD -> the Kazakh tagger: reading, augmenting, training, scoring.

Run as ``python -m graphkit.languages.kazakh.training``; needs the extra ``train``
(PyTorch and python-crfsuite), which the trained tagger does not.
"""
