//! The table of keys, made from the live keymap.
