"""Ruby and PHP: clients followed through variables, members, factories and other files; arguments, strings, loops, hostile shapes."""

from __future__ import annotations

import time
from textwrap import dedent

import pytest
from asking import found, lines, rule
from hypothesis import given, settings
from hypothesis import strategies as st

from lockin_audit.core.runtime import Rule
from lockin_audit.scan.languages import analyse, exports
from lockin_audit.scan.languages.accessors import reads
from lockin_audit.scan.languages.facts import Spans
from lockin_audit.scan.model import RepositoryContext, SourceFile

RUBY = """
    require "openai"

    module Shop
      class Desk < Base
        attr_reader :client

        def initialize(given = nil)
          @client = given || OpenAI::Client.new(api_key: ENV["KEY"])
        end

        def shared
          @shared ||= begin
            OpenAI::Client.new
          end
        end

        def self.make = OpenAI::Client.new

        def run(name)
          @client.beta.threads.create(metadata: {name: name}, tools: [{type: "file_search"}])
          client.beta.threads.create
          shared.beta.threads.create
          Desk.make.beta.threads.create
          Desk.new.client.beta.threads.create
          self.client&.beta&.threads&.create
          mine = OpenAI::Client.new
          mine.beta.threads.create(**more)
          orders = Orders::Client.new
          orders.beta.threads.create
          # client.beta.threads.create
          log("hi #{name} there", :"gpt-x")
          begin
            return ask(1)
          rescue Timeout => e
            sleep 2
            retry if (tries += 1) < 3
            raise
          end
          loop { work }
          text = <<~TEXT
            portal #{name}
          TEXT
        end
      end
    end
"""
RUBY_THREADS = rule("call", path=["beta.threads.create"], receiver=["OpenAI.Client"])


def test_ruby() -> None:
    assert found(RUBY, RUBY_THREADS, "ruby", path="desk.rb") == [(line, "high") for line in (20, 21, 22, 23, 24, 25, 27)]
    assert lines(RUBY, rule("call", path=["threads.create"], argument="tools.type", value="file_search"), "ruby") == [20]
    assert lines(RUBY, rule("string", equals=["hi {} there"]), "ruby") == [31]
    assert lines(RUBY, rule("string", equals=["gpt-x"]), "ruby") == [31]
    assert lines(RUBY, rule("string", pattern=".*portal.*"), "ruby") == [40]
    assert lines(RUBY, rule("construct", name="retry_loop"), "ruby") == [32]
    assert lines(RUBY, rule("text", pattern="threads.create"), "ruby") == [20, 21, 22, 23, 24, 27, 29]


MACROS = """
    class ClaimsJob < ApplicationJob
      retry_on Timeout::Error, attempts: 5
      sidekiq_options retry: 5
      included do
        retry_on OtherError
      end
      def perform(claim)
        retry_on claim
      end
    end
    class OwnJob
      def self.sidekiq_options(given) = given
      sidekiq_options retry: 5
    end
    retry_on Timeout::Error
"""


def test_what_a_class_calls_in_its_body_may_come_from_a_gem() -> None:
    assert lines(MACROS, rule("call", path=["retry_on"]), "ruby", path="job.rb") == [2, 5]
    assert lines(MACROS, rule("call", path=["sidekiq_options"], argument="retry"), "ruby", path="job.rb") == [3]


def test_a_call_of_an_own_function_is_none_of_what_it_calls() -> None:
    source = "class Desk\n  def create(given) = OpenAI::Client.new.create(given)\n  def run\n    create(1)\n  end\nend\n"
    assert lines(source, rule("call", path=["create"], receiver=["OpenAI.Client"]), "ruby", path="desk.rb") == [2]


MIGRATION = """
    class CreateConversations < ActiveRecord::Migration[8.0]
      def change
        create_table :conversations do |t|
          t.string :title
        end
      end
    end
    class AddIndexToMessages < ActiveRecord::Migration
    end
    class Message < ActiveRecord::Base
    end
    class Conversation < ApplicationRecord
    end
"""


def test_a_migration_is_no_table() -> None:
    assert lines(MIGRATION, rule("construct", name="state_table"), "ruby", path="db/migrate/1_x.rb") == [3, 10, 12]
    yii = "<?php\nclass ChatMessage extends \\yii\\db\\ActiveRecord {}\n"
    assert lines(yii, rule("construct", name="state_table"), "php", path="ChatMessage.php") == [2]


FRAMEWORKS = """
    ActiveRecord::Schema[8.0].define(version: 1) do
      create_table "solid_cable_messages" do |t|
        t.binary "payload"
      end
      create_table "sessions" do |t|
        t.string "ip_address"
        t.string "user_agent"
      end
      create_table "chats" do |t|
        t.string "title"
      end
    end
    class Session < ApplicationRecord
      belongs_to :user
    end
    class Session < ApplicationRecord
      belongs_to :agent
    end
    class Session < ApplicationRecord
      belongs_to :user
      before_create do
        self.user_agent = Current.user_agent
        self.ip_address = Current.ip_address
      end
    end
    create_table :impersonation_sessions do |t|
      t.string :status
    end
"""


def test_tables_of_a_web_framework_hold_no_agent_state() -> None:
    assert lines(FRAMEWORKS, rule("construct", name="state_table"), "ruby", path="db/schema.rb") == [9, 16]
    laravel = "<?php\nclass DialogFlowUser extends Model {}\nclass ChatMessage extends Model {}\nclass RMAMessage extends Model {}\n"
    assert lines(laravel, rule("construct", name="state_table"), "php", path="app/DialogFlowUser.php") == [3]


PHP = r"""
    <?php
    namespace App\Services;

    use Aws\BedrockAgentRuntime\BedrockAgentRuntimeClient as Runtime;
    use App\Orders\Orders;

    class Desk extends Base
    {
        private ?Runtime $client = null;
        public function __construct(private readonly Runtime $held, Runtime $given, private Orders $orders) { $this->client = $given; }
        protected function make(): Runtime { return build(); }
        public static function shared() { return new Runtime(['region' => 'x']); }
        public function run(string $id)
        {
            $this->client->invokeAgent(['agentId' => $id, 'sessionState' => ['files' => [['name' => 'a']]]]);
            $this->held?->invokeAgent([]);
            $this->make()->invokeAgent([]);
            self::shared()->invokeAgent([]);
            $mine = new Runtime(['region' => "eu $id"]);
            $mine->invokeAgent([]);
            $other = new \Aws\BedrockAgentRuntime\BedrockAgentRuntimeClient([]);
            $other->invokeAgent([]);
            $this->orders->invokeAgent([]);
            // $mine->invokeAgent([]);
            for ($attempt = 0; $attempt < 3; $attempt++) {
                try { return $this->call(); } catch (\Exception $e) { sleep(1); }
            }
        }
    }
    ?>
    <p>$mine->invokeAgent()</p>
"""
PHP_AGENT = rule("call", path=["invokeAgent"], receiver=["Aws.BedrockAgentRuntime"])


def test_php() -> None:
    assert found(PHP, PHP_AGENT, "php", path="Desk.php") == [(line, "high") for line in (15, 16, 17, 18, 20, 22)]
    assert lines(PHP, rule("call", path=["invokeAgent"], argument="sessionState.files.name"), "php") == [15]
    assert lines(PHP, rule("string", equals=["eu {}"]), "php") == [19]
    assert lines(PHP, rule("construct", name="retry_loop"), "php") == [25]


def test_php_facades_are_their_own_origin() -> None:
    source = "<?php\nuse OpenAI\\Laravel\\Facades\\OpenAI;\n$run = OpenAI::threads()->create(['a' => 1]);\n"
    made = rule("call", path=["threads().create"], receiver=["OpenAI"])
    assert found(source, made, "php", path="a.php") == [(3, "high")]
    assert found("<?php\n$c = OpenAI::client($k);\n$c->threads()->create([]);\n", made, "php", path="a.php") == [(3, "high")]
    assert found("<?php\n$c = Shop::client($k);\n$c->threads()->create([]);\n", made, "php", path="a.php") == []


def hits(files: dict[str, str], language: str, wanted: Rule) -> dict[str, list[int]]:
    sources = [SourceFile(path, language, dedent(text).lstrip("\n").encode(), False) for path, text in files.items()]
    context = RepositoryContext()
    for source in sources:
        context.origins.update({f"{source.path}:{name}": origin for name, origin in exports(source).items()})
    return {s.path: got for s in sources if (got := [h.line for h in analyse(s, [wanted], context) if h.confidence.value == "high"])}


def test_clients_are_followed_between_files() -> None:
    ruby = {
        "app/llm.rb": "module Llm\n  def self.client = @client ||= OpenAI::Client.new\nend\n",
        "app/use.rb": "class Use\n  def run = Llm.client.beta.threads.create\n  def no = Shop.client.beta.threads.create\nend\n",
    }
    assert hits(ruby, "ruby", RUBY_THREADS) == {"app/use.rb": [2]}
    php = {
        "app/Llm/Agents.php": PHP.replace("App\\Services", "App\\Llm").replace("Desk", "Agents"),
        "app/Desk.php": "<?php\nnamespace App;\nuse App\\Llm\\Agents;\nclass Desk {\n"
        "  function __construct(private Agents $agents) {}\n  function run() { $this->agents->held->invokeAgent([]);"
        "Agents::shared()->invokeAgent([]); }\n}\n",
    }
    assert hits(php, "php", PHP_AGENT)["app/Desk.php"] == [6]


BASES = {
    "app/services/ai/base.rb": "class Ai::Base\n  def client\n    @client ||= OpenAI::Client.new\n  end\nend\n",
    "app/services/llm_base.rb": "class LlmBase\n  attr_reader :client\n  def initialize\n    @client = OpenAI::Client.new\n  end\nend\n",
    "app/models/concerns/open_ai_access.rb": "module OpenAiAccess\n  def open_ai = OpenAI::Client.new\nend\n",
    "app/services/shop/base.rb": "module Shop\n  class Base\n    def client = Orders::Client.new\n  end\nend\n",
}


def test_ruby_classes_have_the_clients_of_their_bases_and_modules() -> None:
    uses = {
        "app/services/ai/desk.rb": "class Ai::Desk < Ai::Base\n  def run = client.beta.threads.create\nend\n",
        "app/services/ai/near.rb": "module Ai\n  class Near < Base\n    def run = client.beta.threads.create\n  end\nend\n",
        "app/services/desk.rb": "class Desk < LlmBase\n  def run\n"
        "    client.beta.threads.create\n    @client.beta.threads.create\n  end\nend\n",
        "app/models/store.rb": "class Store < ApplicationRecord\n  include OpenAiAccess\n  def run = open_ai.beta.threads.create\nend\n",
        "app/services/shop/order.rb": "class Shop::Order < Shop::Base\n  def run = client.beta.threads.create\nend\n",
        "app/models/order.rb": "class Order < ActiveRecord::Base\n  def run = client.beta.threads.create\nend\n",
        "app/services/own.rb": "class Own < LlmBase\n  def client = Orders::Client.new\n  def run = client.beta.threads.create\nend\n",
    }
    assert hits(BASES | uses, "ruby", RUBY_THREADS) == {
        "app/services/ai/desk.rb": [2],
        "app/services/ai/near.rb": [3],
        "app/services/desk.rb": [3, 4],
        "app/models/store.rb": [3],
    }


def test_php_classes_have_the_clients_of_their_bases_and_traits() -> None:
    client = "use Aws\\BedrockAgentRuntime\\BedrockAgentRuntimeClient;\n"
    files = {
        "app/Base.php": f"<?php\nnamespace App;\n{client}abstract class Base {{ protected BedrockAgentRuntimeClient $agents; }}\n",
        "app/Asks.php": f"<?php\nnamespace App;\n{client}trait Asks {{ protected BedrockAgentRuntimeClient $asked; }}\n",
        "app/Desk.php": "<?php\nnamespace App;\nclass Desk extends Base {\n  use Asks;\n  function run() {\n"
        "    $this->agents->invokeAgent([]);\n"
        "    $this->asked->invokeAgent([]);\n    $this->orders->invokeAgent([]);\n  }\n}\n",
    }
    assert hits(files, "php", PHP_AGENT) == {"app/Desk.php": [6, 7]}


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("ruby", b"a." * 8_000 + b"create"),
        ("ruby", b"[" * 5_000),
        ("ruby", b"begin\n" * 5_000 + b"rescue\nretry\n" * 5_000),
        ("ruby", b"def a\n" * 20_000),
        ("ruby", b'"#{' * 5_000),
        ("ruby", b"x" * 1_000_000),
        ("ruby", b"class A < A; end\n" * 1_000 + b"A.new.client.create"),
        ("php", b"<?php " + b"$a->" * 20_000 + b"create()"),
        ("php", b"<?php " + b"[" * 5_000),
        ("php", b"<?php " + b"function f() {" * 5_000),
        ("php", b"<?php " + b'"{$a' * 500),
        ("php", b"<?php $x = '" + b"y" * 1_000_000),
        ("php", b"<?php class A extends A {} " * 3_000 + b"$a->create();"),
        ("php", b"\xff\xfe\x00<?php \x80\x81$a->create(\xff);"),
    ],
)
def test_hostile_shapes_end_soon(language: str, source: bytes) -> None:
    started = time.perf_counter()
    for wanted in (
        rule("call", path=["create"], receiver=["OpenAI"]),
        rule("construct", name="retry_loop"),
        rule("string", pattern="gpt.*"),
    ):
        analyse(SourceFile("a", language, source, False), [wanted], RepositoryContext())
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(("language", "seed"), [("ruby", RUBY), ("php", PHP)])
def test_damaged_files_raise_nothing(language: str, seed: str) -> None:
    @settings(max_examples=40)
    @given(st.integers(0, len(seed)), st.integers(0, 60), st.binary(max_size=8))
    def check(start: int, length: int, noise: bytes) -> None:
        data = seed.encode()[:start] + noise + seed.encode()[start + length :]
        source = SourceFile("a", language, data, False)
        exports(source)
        analyse(source, [RUBY_THREADS, PHP_AGENT], RepositoryContext())

    check()


def test_fields_of_an_answer_are_read_in_many_ways() -> None:
    usage = rule("attribute", path=["usage.total_tokens"])
    php = """
        <?php
        $a = $answer->usage->total_tokens;
        $b = $answer['usage']['total_tokens'] ?? 0;
        $c = data_get($answer, 'usage.total_tokens');
        $d = $web->json('usage.total_tokens');
        $answer->usage->total_tokens = 3;
        $answer->usage->total_tokens();
        // $answer->usage->total_tokens
        $e = "->usage->total_tokens";
        $f = $answer->usage->more->total_tokens;
    """
    assert lines(php, usage, "php", path="Desk.php") == [2, 3, 4, 5]
    ruby = """
        a = answer.usage&.total_tokens
        b = answer.dig("usage", "total_tokens")
        c = answer.dig(:data, 0, :usage, :total_tokens)
        d = answer[:usage][:total_tokens]
        e = answer.fetch("usage").fetch("total_tokens")
        answer.usage.total_tokens = 3
        f = answer.dig("usage", "more", "total_tokens")
    """
    assert lines(ruby, usage, "ruby", path="desk.rb") == [1, 2, 3, 4, 5]
    java = """
        class Desk {
            int a = node.path("usage").path("total_tokens").asInt();
            int b = node.get("usage").get("total_tokens").asInt();
        }
    """
    assert lines(java, usage, "java", path="Desk.java") == [2, 3]
    csharp = 'class Desk { int a = doc.RootElement.GetProperty("usage").GetProperty("total_tokens").GetInt32(); }\n'
    assert lines(csharp, usage, "csharp", path="Desk.cs") == [1]


@pytest.mark.parametrize(
    "source", [b"a." * 400_000, b"[ " * 300_000, b".dig(" * 150_000, b".get(" + b" " * 500_000, b".dig(:a," + b":a," * 100_000]
)
def test_reading_fields_ends_soon(source: bytes) -> None:
    started = time.process_time()
    reads(source, Spans(()))
    assert time.process_time() - started < 3
