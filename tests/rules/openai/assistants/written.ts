// evidence: openai.assistants/written-thread
const talk = "thread_xQGrXCKB4LaIYIaq94xM9PWw";
// ok: openai.assistants/written-thread
const name = "thread_name";
// evidence: openai.assistants/assistant-named
const who = "asst_yBFBOAjeYbV44F5oyF7LIgUH";
