//! Writes a rendered document to a file: to a temporary name, synced, renamed; never over an existing file without a word.
