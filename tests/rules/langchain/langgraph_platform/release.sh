# ok: langchain.langgraph_platform/deployment
langgraph dev
# evidence: langchain.langgraph_platform/deployment
langgraph deploy --name claims
