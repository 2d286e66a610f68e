<?php

// evidence: neutral.state/session-class-dynamic
class ConversationMemoryManager
{
}

// ok: neutral.state/session-class-dynamic
class PriceMemory
{
}
