"""A text model as second reader of the breakdown: asked scene by scene, judged, then merged."""
