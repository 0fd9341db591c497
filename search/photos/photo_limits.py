"""How large a photo may be, as it comes and as it is kept."""

# The pixels of a picture are known from its head, before anything is decoded. Telephones make 12 or 24 million unless
# they are told otherwise.
MOST_PIXELS = 40_000_000
# The longest side, in pixels: of the picture itself, and of the small one that pages show first.
PICTURE_SIDE = 1600
PREVIEW_SIDE = 320
# Of the JPEGs that are kept: above this, faces gain nothing that anybody sees.
QUALITY = 82
# What one record may hold, so that a person's page stays readable and no record fills the store.
PHOTOS_OF_A_RECORD = 10
# What the child that decodes may use. A picture of the most pixels takes four bytes for each, and once more while it is
# turned into red, green and blue.
CHILD_MEMORY_BYTES = 1024 * 1024 * 1024
CHILD_SECONDS = 20
# How long somebody's photo waits for a place where two files are being read already.
PATIENCE_SECONDS = 15.0
CHILD_ANSWER_BYTES = 16 * 1024 * 1024
