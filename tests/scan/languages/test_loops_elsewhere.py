"""Loops of Go, PHP and Ruby that try again or wait: languages without a `try`, or with blocks for loops."""

from __future__ import annotations

from textwrap import dedent

import pytest
from asking import lines, rule

RETRY = rule("construct", name="retry_loop")
POLL = rule("construct", name="poll_loop")

GO_RETRIES = """
for attempt := 0; attempt < 3; attempt++ {
    resp, err = client.Do(req)
    if err == nil {
        return resp, nil
    }
    time.Sleep(wait)
}
----
for i := 0; i <= max; i++ {
    if resp, err = call(ctx); err != nil {
        last = err
        time.Sleep(time.Second)
        continue
    }
    return resp, nil
}
----
for attempt := range 3 {
    if err := call(ctx); err != nil {
        continue
    }
    break
}
----
for {
    resp, err := call(ctx)
    if err != nil {
        tries++
        if tries > 3 {
            return nil, err
        }
        select {
        case <-time.After(pause):
        case <-ctx.Done():
            return nil, ctx.Err()
        }
        continue
    }
    return resp, nil
}
----
for attempt := 1; ; attempt++ {
    resp := send(req)
    if resp.StatusCode == 429 {
        time.Sleep(pause)
        continue
    }
    return resp
}
"""
GO_OTHERS = """
for i := 0; i < len(items); i++ {
    if err := handle(items[i]); err != nil {
        log.Println(err)
        continue
    }
}
----
for _, item := range items {
    if err := handle(item); err != nil {
        return err
    }
}
----
for attempt := 0; attempt < 3; attempt++ {
    if err := call(); err != nil {
        return err
    }
}
----
for {
    line, err := reader.ReadString('x')
    if err != nil {
        break
    }
    use(line)
}
"""
GO_POLLS = """
for run.Status == openai.RunStatusQueued {
    time.Sleep(time.Second)
    run, err = c.RetrieveRun(ctx, id)
}
----
for {
    switch run.Status {
    case done:
        return
    }
    <-ticker.C
    run, _ = c.Get(ctx)
}
"""
PHP_POLLS = """
while (in_array($run->status, ['queued', 'in_progress'])) {
    sleep(1);
    $run = $client->retrieve($id);
}
----
do {
    sleep(1);
    $run = $client->retrieve($id);
} while ($run->status !== 'completed');
"""
PHP_RETRIES = """
while ($attempt < $maxRetries) {
    $answer = $this->client->post($url, $body);
    if ($answer->getStatusCode() === 200) {
        return $answer;
    }
    if ($statusCode === 429 || $statusCode >= 500) {
        $attempt++;
        sleep($delay);
        continue;
    }
    break;
}
----
for ($attempt = 1; $attempt <= 3; $attempt++) {
    try {
        return $client->chat()->create($body);
    } catch (ErrorException $e) {
        usleep(500000);
    }
}
"""
RUBY_RETRIES = """
5.times do |attempt|
  answer = client.post(url, body)
  return answer unless answer.status == 429
  if answer.status == 429
    sleep(2**attempt)
    next
  end
end
----
3.times do |attempt|
  begin
    return client.chat(parameters: p)
  rescue Faraday::Error
    sleep 2
  end
end
----
while attempts < 3
  begin
    return client.chat(parameters: p)
  rescue Faraday::Error => e
    attempts += 1
  end
end
----
loop do
  begin
    return client.chat(parameters: p)
  rescue Timeout::Error
    attempts += 1
    raise if attempts > 3
    sleep 1
  end
end
"""
RUBY_POLLS = """
while %w[queued in_progress].include?(run['status'])
  sleep 1
  run = client.retrieve(id)
end
----
until run.status == 'completed'
  sleep(1)
  run = client.retrieve(id)
end
----
loop do
  run = client.runs.retrieve(id: id)
  break if run['status'] == 'completed'
  sleep 1
end
"""


def parts(text: str) -> list[str]:
    return [dedent(one).strip("\n") for one in text.split("----")]


def go(loop: str) -> str:
    return f"package desk\n\nfunc ask() {{\n{loop}\n}}\n"


@pytest.mark.parametrize("loop", parts(GO_RETRIES))
def test_go_loops_that_try_again(loop: str) -> None:
    assert lines(go(loop), RETRY, "go", path="desk.go") == [4]


@pytest.mark.parametrize("loop", parts(GO_OTHERS))
def test_go_loops_that_do_not(loop: str) -> None:
    assert lines(go(loop), RETRY, "go", path="desk.go") == []


@pytest.mark.parametrize("loop", parts(GO_POLLS))
def test_go_loops_that_wait(loop: str) -> None:
    assert lines(go(loop), POLL, "go", path="desk.go") == [4]


@pytest.mark.parametrize("loop", parts(PHP_POLLS))
def test_php_loops_that_wait(loop: str) -> None:
    assert lines(f"<?php\n{loop}\n", POLL, "php", path="desk.php") == [2]


@pytest.mark.parametrize("loop", parts(PHP_RETRIES))
def test_php_loops_that_try_again(loop: str) -> None:
    assert lines(f"<?php\n{loop}\n", RETRY, "php", path="desk.php") == [2]


@pytest.mark.parametrize("loop", parts(RUBY_RETRIES))
def test_ruby_loops_that_try_again(loop: str) -> None:
    assert lines(f"{loop}\n", RETRY, "ruby", path="desk.rb") == [1]


@pytest.mark.parametrize("loop", parts(RUBY_POLLS))
def test_ruby_loops_that_wait(loop: str) -> None:
    assert lines(f"{loop}\n", POLL, "ruby", path="desk.rb") == [1]


def test_ruby_blocks_that_only_go_through_things() -> None:
    source = "items.each do |item|\n  begin\n    client.chat(item)\n  rescue StandardError => e\n    log(e)\n  end\nend\n"
    assert lines(source, RETRY, "ruby", path="desk.rb") == []
