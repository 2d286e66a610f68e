<?php

class JoinedStore
{
    public function __construct(private Api $api)
    {
    }

    public function create(array $data)
    {
        // evidence: openai.assistants/joined-run-path, openai.assistants/joined-prompt
        $this->api->sendRequest('POST', 'assistants', [
            // evidence: openai.assistants/model-setting
            'json' => ['name' => $data['name'], 'instructions' => $data['text'], 'model' => 'gpt-4o'],
        ]);
        // evidence: openai.assistants/joined-thread-path
        $this->api->sendRequest('POST', "vector_stores", ['json' => ['name' => 'claims']]);
        // evidence: openai.assistants/joined-run-path
        $this->api->sendRequest('POST', "assistants/{$data['id']}", [
            // evidence: openai.assistants/joined-tool-outputs
            'json' => ['tool_resources' => ['file_search' => ['vector_store_ids' => ['x']]]],
        ]);
        // ok: openai.assistants/joined-prompt
        $this->api->sendRequest('POST', 'claims', ['json' => ['instructions' => 'call back']]);
    }
}
