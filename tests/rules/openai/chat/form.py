"""Functions handed to the model: it may call them, or must answer in the form of one."""

import openai

client = openai.OpenAI()


def step(messages, functions):
    # evidence: openai.chat/own-loop
    first = client.chat.completions.create(messages=messages, functions=functions, function_call="auto")
    # ok: openai.chat/own-loop
    form = client.chat.completions.create(messages=messages, functions=functions, function_call={"name": "mark"})
    # evidence: openai.chat/own-loop
    older = openai.ChatCompletion.create(messages=messages, functions=functions, function_call="auto")
    # ok: openai.chat/own-loop
    mark = openai.ChatCompletion.create(messages=messages, functions=functions, function_call={"name": "mark"})
    return first, form, older, mark
