<?php

// evidence: neutral.tools/own-tool-typed
interface ChatTool
{
    public function handle(array $input): array;
}

// ok: neutral.tools/own-tool-typed
interface ChatSurface
{
}
