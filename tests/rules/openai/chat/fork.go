package main

import openai "example.org/desk/chat-completion-client"

// evidence: openai.chat/model-constant-go
const model = openai.GPT4o

// ok: openai.chat/model-constant-go
const kind = openai.ChatMessageRoleUser
