"""Ready-made chains."""

from langchain.chains import ConversationalRetrievalChain, ConversationChain

# evidence: langchain.langchain/chain
asked = ConversationalRetrievalChain.from_llm(model, retriever=desk)
# evidence: langchain.langchain/chain
talk = ConversationChain(llm=model)
# ok: langchain.langchain/chain
iron = IronChain(links=9)
