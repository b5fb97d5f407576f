"""Take everything off a picture or clip that is not picture, sound or time.

Prompt graphs, EXIF, XMP, comments, names, thumbnails and bytes nobody reads go; every pixel, sample
and packet that is shown stays bit for bit. Used both ways: on what comes in, and on what goes out.
"""

from secondunit.adapters.media.cleaning.clean import carries_more, clean, media_type_of

__all__ = ["carries_more", "clean", "media_type_of"]
