"""One module a kind of file that comes in, read whole before anything is stored; `detect` tells them apart.

Each has a function that takes the bytes of a file (or its path, where it is large) and returns an `AnnotationFile`:
all it says, cleaned, with the ids of the file and no place in a briefing yet. It raises `AnnotationFileError` for
a file that is damaged, made to do harm, or at odds with itself; nothing of such a file is taken in.
"""
