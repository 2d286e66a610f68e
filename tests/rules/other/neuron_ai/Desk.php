<?php

namespace App\Desk;

use NeuronAI\Agent;
use NeuronAI\Chat\History\FileChatHistory;
use NeuronAI\MCP\McpConnector;
use NeuronAI\Providers\Anthropic\Anthropic;
use NeuronAI\Tools\Tool;
use NeuronAI\Workflow\Persistence\FilePersistence;

// evidence: other.neuron_ai/agent
class Desk extends Agent
{
    protected function chatHistory()
    {
        // evidence: other.neuron_ai/history
        return new FileChatHistory(directory: storage_path('desk'), key: $this->user);
    }

    protected function tools(): array
    {
        return [
            // evidence: other.neuron_ai/tool
            Tool::make('claims', 'Looks up a claim'),
            // evidence: other.neuron_ai/mcp-client
            ...McpConnector::make(['url' => config('desk.tools')])->tools(),
        ];
    }

    protected function provider(): object
    {
        // ok: other.neuron_ai/model-id
        $name = 'claims-desk';

        // evidence: other.neuron_ai/model-id
        return new Anthropic(key: $this->key($name), model: 'claude-sonnet-4-5');
    }

    public function keep(): object
    {
        // evidence: other.neuron_ai/persistence
        return new FilePersistence(storage_path('desk'));
    }
}

// ok: other.neuron_ai/agent, other.neuron_ai/tool
class Shelf extends Model
{
    // ok: other.neuron_ai/history, other.neuron_ai/persistence, other.neuron_ai/mcp-client
    public function open(): object { return new OrderHistory(); }
}
