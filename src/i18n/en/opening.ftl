# Opening the vault: the frame that stands before everything is read.

opening = Opening the vault…
opening-rebuild = Rebuilding the index from the journal. The journal stays as it is; stopping at any moment loses nothing.
opening-leave = Stop and quit
