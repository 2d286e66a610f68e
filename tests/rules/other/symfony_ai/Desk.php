<?php

namespace App\Desk;

use Symfony\AI\Agent\Agent;
use Symfony\AI\Agent\AgentInterface;
use Symfony\AI\Agent\Toolbox\Attribute\AsTool;
use Symfony\AI\Chat\Bridge\Cache\MessageStore;
use Symfony\AI\Platform\Message\MessageBag;

// evidence: other.symfony_ai/tool
#[AsTool(name: 'claims', description: 'Looks up a claim')]
final class Desk
{
    public function __construct(private readonly AgentInterface $agent, private Mailer $mailer)
    {
    }

    public function ask(MessageBag $messages): object
    {
        // ok: other.symfony_ai/agent
        $this->mailer->call($messages);

        // evidence: other.symfony_ai/agent
        return $this->agent->call($messages);
    }

    public function make(object $platform): object
    {
        // ok: other.symfony_ai/history
        $kept = new ClaimStore();
        // evidence: other.symfony_ai/history
        $store = new MessageStore($this->cache);
        // ok: other.symfony_ai/model-id
        $name = 'claims-desk';

        // evidence: other.symfony_ai/agent, other.symfony_ai/model-id
        return new Agent($platform, 'gpt-5-mini', name: $name);
    }
}

// ok: other.symfony_ai/tool
#[AsCommand('claims')]
final class Shelf
{
}
