"""Gives a hosted agent a store of documents."""

from azure.ai.projects.models import FileSearchTool


def tools(store, shelf):
    return [
        # evidence: microsoft.foundry_agents/hosted-tool
        FileSearchTool(
            # evidence: microsoft.foundry_agents/document-search
            vector_store_ids=[store],
        ),
        # evidence: microsoft.foundry_agents/document-search
        {"type": "file_search", "vector_store_ids": [store]},
        # ok: microsoft.foundry_agents/document-search
        {"type": "shelf", "shelf_ids": [shelf]},
    ]
