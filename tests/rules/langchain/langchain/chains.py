"""Ready-made chains."""

from langchain_core.runnables import RunnableParallel
from langchain.chains import ConversationalRetrievalChain, ConversationChain

# evidence: langchain.langchain/chain
asked = ConversationalRetrievalChain.from_llm(model, retriever=desk)
# evidence: langchain.langchain/chain
talk = ConversationChain(llm=model)
# ok: langchain.langchain/chain
iron = IronChain(links=9)


def put_together(retriever, prompt, model):
    # evidence: langchain.langchain/chain
    found = RunnableParallel(context=retriever, question=str)
    # ok: langchain.langchain/chain
    shown = RunnableShown(found)
    return found | prompt | model, shown
