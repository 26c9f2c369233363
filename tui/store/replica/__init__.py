"""Steps that copies of a briefing share, in its folder: beside the files, which are what all of them make.

Begin with `shared_documents` (what of the files is shared) and `step_files` (where the steps lie).
"""
