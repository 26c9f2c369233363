"""Who said what in French, German, Russian and Spanish: one algorithm over a table of words for each language.

Begin reading in `utterances`. English has a trained engine of its own beside this; in all other languages
what stands between marks is kept, and nobody is named.
"""
