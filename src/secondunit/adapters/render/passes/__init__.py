"""Control passes: what a frame's one set of rays says of depth, shape, ids, pose and motion."""
