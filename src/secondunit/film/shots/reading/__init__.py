"""A scene read for the camera: beats, presence, and the words that ask for a shot."""
