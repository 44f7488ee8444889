"""Linking measured: invented lists with a truth, public sets, and two peers beside ours."""
