<?php

namespace App\Ai\Agents;

use Laravel\Ai\Concerns\RemembersConversations;
use Laravel\Ai\Contracts\Agent;
use Laravel\Ai\Contracts\Conversational;
use Laravel\Ai\Contracts\HasTools;
use Laravel\Ai\Contracts\Tool;
use Laravel\Ai\Events\ToolInvoked;
use Laravel\Ai\Promptable;
use Laravel\Ai\Providers\Tools\WebSearch;
use Laravel\Ai\Stores;

// evidence: other.laravel_ai/agent
class Desk implements Agent, Conversational, HasTools
{
    // evidence: other.laravel_ai/history
    use Promptable, RemembersConversations;

    public function tools(): iterable
    {
        return [
            new LookUpClaim,
            // evidence: other.laravel_ai/hosted-tool
            new WebSearch,
        ];
    }

    public function ask(string $question): string
    {
        // evidence: other.laravel_ai/model-id
        return (string) $this->prompt($question, model: 'claude-sonnet-4-5');
    }

    public function library(): object
    {
        // evidence: other.laravel_ai/vendor-store
        return Stores::create('claims');
    }
}

// evidence: other.laravel_ai/tool
class LookUpClaim implements Tool
{
    // ok: other.laravel_ai/model-id
    public string $name = 'look-up-claim';
}

// ok: other.laravel_ai/agent, other.laravel_ai/tool
class Shelf implements HasTools
{
    // ok: other.laravel_ai/history
    use Promptable;

    // ok: other.laravel_ai/hosted-tool, other.laravel_ai/vendor-store
    public function open(): object { return new ClaimSearch; }
}

class KeepTrack
{
    // evidence: other.laravel_ai/watcher
    public function handle(ToolInvoked $event): void
    {
    }

    // ok: other.laravel_ai/watcher
    public function other(OrderPlaced $event): void
    {
    }
}
