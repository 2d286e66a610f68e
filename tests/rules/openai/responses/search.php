<?php

final class Search
{
    public function tools(string $store): array
    {
        return [[
            // evidence: openai.responses/tool-settings, openai.responses/document-search
            'type' => 'file_search',
            'vector_store_ids' => [$store],
            // ok: openai.responses/tool-settings, openai.responses/document-search
            'mode' => 'quick_search',
        ]];
    }
}
