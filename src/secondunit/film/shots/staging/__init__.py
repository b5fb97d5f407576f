"""Who stands where, in a scene and in a shot."""
