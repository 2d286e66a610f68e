"""Asks an agent with requests made of Google's types, and sets it up likewise."""

import uuid

import google.cloud.dialogflowcx as cx

from desk import Page


def ask(client, agent, text):
    # evidence: other.dialogflow_cx/client
    request = cx.DetectIntentRequest(
        # evidence: other.dialogflow_cx/session-values
        session=f"{agent}/sessions/{uuid.uuid4()}",
        query_input=cx.QueryInput(text=cx.TextInput(text=text)),
    )
    return client.send(request)


def pages(parent):
    # evidence: other.dialogflow_cx/client
    yield cx.Page(display_name="Claims")
    # ok: other.dialogflow_cx/client
    yield Page(display_name="Claims")
    # evidence: other.dialogflow_cx/infrastructure-tools
    yield cx.Webhook({"display_name": parent})
    # ok: other.dialogflow_cx/infrastructure-tools, other.dialogflow_cx/session-values
    yield cx.TextInput(text="hello")
