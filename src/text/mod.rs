//! Vietnamese text in a terminal: NFC, folding without tone marks, display width, editing by grapheme, sanitising. Pure.
