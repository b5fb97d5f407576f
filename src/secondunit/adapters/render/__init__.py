"""Grey-box previs: figures, sets, cameras, rays, ink."""
