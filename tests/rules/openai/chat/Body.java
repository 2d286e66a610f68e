package desk;

class Body {
    // evidence: openai.chat/model-in-request
    String json = "{ \"model\" : \"gpt-3.5-turbo\", \"messages\" : [] }";
    // ok: openai.chat/model-in-request
    String other = "{ \"model\" : \"house\", \"messages\" : [] }";
}
