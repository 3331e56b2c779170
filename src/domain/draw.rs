//! The random draw: what is verified is drawn with a seed that both sides give and anyone can replay.
