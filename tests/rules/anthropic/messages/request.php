<?php

class Desk
{
    public function ask(array $body): array
    {
        $body['tools'] = $this->tools;

        return Http::withHeaders([
            // evidence: anthropic.messages/own-request
            'anthropic-version' => '2023-06-01',
            // ok: anthropic.messages/own-request
            'content-type' => 'application/json',
        ])->post($this->address . '/messages', $body)->json();
    }
}
