"""Reading the law pack: YAML files, each strict, each error with its file, line and mend."""
