<?php

namespace App\Models;

class Talk extends Model
{
    protected $fillable = [
        'title',
        // evidence: openai.assistants/thread-row
        'thread_id',
    ];

    // ok: openai.assistants/thread-row
    public array $rules = ['thread_id' => 'required|string'];

    public function begin(array $response): void
    {
        $this->update([
            // evidence: openai.assistants/thread-row
            'thread_id' => $response['thread_id'],
        ]);
    }
}
