"""A text model's own shot list of a scene: asked for by a person, judged by rule, decided on."""
