"""What is shot of a scene, before cameras: drafts of shots, their order and length."""
