<?php

use Illuminate\Database\Eloquent\Model;
use Illuminate\Support\Facades\Cache;
use Illuminate\Support\Facades\Schema;

// evidence: neutral.state/session-migration
Schema::create('chat_messages', function ($table) {
    $table->id();
});
// ok: neutral.state/session-migration
Schema::create('sessions', function ($table) {
    $table->id();
});
// ok: neutral.state/session-migration
Schema::create('invoices', function ($table) {
    $table->id();
});

// evidence: neutral.state/session-table
class Conversation extends Model
{
}

// evidence: neutral.state/session-cache-entry
Cache::put("conversation:{$id}", $turns, 3600);
// ok: neutral.state/session-cache-entry
Cache::put("rates:{$id}", $turns, 3600);

// ok: neutral.state/session-migration
Schema::create('rma_messages', fn (Blueprint $table) => $table->id());
