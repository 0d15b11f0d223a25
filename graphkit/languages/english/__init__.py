"""English: its spaCy pipeline and its grammar, loaded by ``languages.load``."""
