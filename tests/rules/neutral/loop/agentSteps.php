<?php

class Desk
{
    public function run(): void
    {
        // evidence: neutral.loop/rounds
        for ($step = 1; $step <= $this->maxIterations; $step++) {
            $this->step();
        }
        // ok: neutral.loop/rounds
        for ($row = 1; $row <= $this->maxRows; $row++) {
            $this->step();
        }
    }
}
