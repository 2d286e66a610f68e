"""Conversations in the session of a chat screen."""

import chainlit as cl
import streamlit as st
from chainlit.data.sql_alchemy import SQLAlchemyDataLayer


@cl.on_chat_start
def start():
    # evidence: neutral.state/chat-screen
    cl.user_session.set("message_history", [])
    # ok: neutral.state/chat-screen
    cl.user_session.set("name", "desk")


def ask(client):
    # evidence: neutral.state/chat-screen
    answer = client.messages.create(messages=[dict(one) for one in st.session_state.messages])
    # ok: neutral.state/chat-screen
    client.messages.create(messages=[{"role": "user", "content": st.session_state.question}])
    return answer


@cl.data_layer
def layer():
    # evidence: neutral.state/chat-screen
    return SQLAlchemyDataLayer(conninfo="desk")
