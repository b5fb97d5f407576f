"""What moves: the keys of a camera, figures along their paths, and frames found by turning."""
