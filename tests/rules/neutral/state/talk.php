<?php

namespace App\Talk;

class Talk
{
    public function ask(string $text): void
    {
        // evidence: neutral.state/web-session
        $_SESSION['chat_history'][] = ['role' => 'user', 'content' => $text];
        // evidence: neutral.state/web-session
        session()->put('messages', $this->all());
        // ok: neutral.state/web-session
        session()->put('locale', 'en');
        // evidence: neutral.state/web-session
        $this->requestStack->getSession()->set(self::SESSION_KEY, $messages);
        // ok: neutral.state/web-session
        $this->requestStack->getSession()->set(self::SESSION_KEY, $locale);
        // evidence: neutral.state/history-field
        $this->messages[] = ['role' => 'user', 'content' => $text];
        // ok: neutral.state/history-field
        $this->errors[] = ['role' => 'user'];
        // evidence: neutral.state/session-written
        $this->db->prepare('INSERT INTO chat_messages (role, content) VALUES (?, ?)');
        // ok: neutral.state/session-written
        $this->db->prepare('INSERT INTO invoices (total) VALUES (?)');
        // evidence: neutral.state/session-written
        file_put_contents($this->dir . '/conversation.json', $this->json());
        // ok: neutral.state/session-written
        file_put_contents($this->dir . '/report.json', $this->json());
    }
}
