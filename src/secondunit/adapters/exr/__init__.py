"""OpenEXR: channels as bytes of a file, and the ids of Cryptomatte in them."""
