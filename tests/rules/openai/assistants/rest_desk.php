<?php

final class RestDesk
{
    private $web;

    public function __construct(string $key)
    {
        $this->web = new \GuzzleHttp\Client([
            'base_uri' => 'https://api.openai.com/v1/',
            // evidence: openai.assistants/rest-address
            'headers' => ['Authorization' => "Bearer {$key}", 'OpenAI-Beta' => 'assistants=v2'],
        ]);
    }

    public function ask(string $thread, string $assistant)
    {
        // evidence: openai.assistants/rest-thread
        $this->send('POST', 'threads');
        // evidence: openai.assistants/rest-thread, openai.assistants/joined-thread-path
        $this->send('POST', "threads/{$thread}/messages");
        // evidence: openai.assistants/rest-path, openai.assistants/joined-run-path
        $run = $this->send('POST', "threads/{$thread}/runs", ['assistant_id' => $assistant]);
        // evidence: openai.assistants/rest-run-status, openai.assistants/joined-run-status
        return $this->send('GET', "threads/{$thread}/runs/{$run}");
    }

    public function own(string $id)
    {
        // ok: openai.assistants/rest-thread, openai.assistants/rest-path
        return $this->send('GET', "claims/{$id}/messages");
    }
}

// ok: openai.assistants/rest-thread
$tables = ['threads' => 'ai_threads'];
