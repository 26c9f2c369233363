"""What other programs hand over: projects, codebooks, annotations, archives. Read whole before anything is stored."""
