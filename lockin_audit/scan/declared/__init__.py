"""What a repository declares about its agents, read from source and configuration text: nothing is run, imported or fetched."""
