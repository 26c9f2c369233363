"""One module a kind of file that comes in, read whole before anything is stored; `detect` tells them apart."""
