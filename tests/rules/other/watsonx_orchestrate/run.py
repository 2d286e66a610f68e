"""Reads a sign-in that the service keeps."""

from ibm_watsonx_orchestrate.run import connections

# evidence: other.watsonx_orchestrate/connection
key = connections.key_value("crm")
