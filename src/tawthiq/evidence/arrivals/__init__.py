"""What comes through the door: files, folders and the zips that telephones make of a chat.

Everything is kept as it came, the zip itself before anything in it. Names are what somebody wrote
on the envelope: kept byte by byte, shown with care, and never used as a path of ours.
"""
