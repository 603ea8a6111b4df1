"""The steps from one version of a directory's tables to the next, each as it was when it was made."""
