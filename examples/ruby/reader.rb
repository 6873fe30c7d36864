#!/usr/bin/env ruby
# frozen_string_literal: true

# A reader of flow run bundles in Ruby 3, with nothing but its standard library, written by following
# docs/conformance/adapter.md from its beginning to its end.
#
#   ruby reader.rb BUNDLE        prints the view-model of a bundle
#   ruby reader.rb < REQUEST     answers a request of the conformance suite
#
# Exit code 0: answered, 1: refused (with BUNDLE).
#
# bundle.rb has minutes 3 and 4 of that page, and strict_json.rb the JSON that they need; minute 5 is here.
require_relative "bundle"

# Folds events into the state of a run.
class View
  # Where events refer to artifacts. The order counts when one event is the first to refer to several.
  REFERENCES = {
    "run_started" => %w[inputArtifact],
    "run_waiting" => [],
    "run_resumed" => %w[outputArtifact],
    "run_completed" => [],
    "run_failed" => %w[errorArtifact],
    "run_timed_out" => %w[errorArtifact],
    "node_started" => [],
    "node_heartbeat" => [],
    "node_outcome" => %w[promptArtifact rawResponseArtifact stdoutArtifact stderrArtifact outputArtifact errorArtifact],
    "session_bound" => %w[bindingArtifact],
    "acp_prompt_prepared" => %w[promptArtifact],
    "acp_response_parsed" => %w[rawResponseArtifact],
    "action_prepared" => [],
    "action_completed" => %w[stdoutArtifact stderrArtifact],
    "artifact_written" => %w[artifact]
  }.freeze
  SINCE_1_1 = %w[run_waiting run_resumed run_timed_out].freeze
  HAVE_RECEIPT = %w[node_outcome action_prepared action_completed].freeze

  # `old` is true for a bundle of version 1.0.
  def initialize(manifest, old)
    @old = old
    @attempts = {}
    @nodes = {}
    @sessions = {}
    @artifacts = {}
    @prompted = {} # The session of the first prompt, by attempt.
    @last_ok = {} # The attempt that was the last to end well, by node.
    @run = {
      "schema" => "flow-run-bundle.view-model.v1", "upToSeq" => 0,
      **manifest.slice("runId", "flowName", "runTitle", "flowPath"),
      "status" => "running", "startedAt" => manifest["startedAt"], "updatedAt" => manifest["startedAt"],
      "input" => nil, "currentAttemptId" => nil
    }
  end

  def to_h
    @run.merge("attempts" => @attempts.values, "nodes" => @nodes.values,
               "sessions" => @sessions.values, "artifacts" => @artifacts.values)
  end

  def apply(event)
    @event = event
    @payload = event["payload"]
    @run.update("upToSeq" => event["seq"], "updatedAt" => event["at"])
    type = event["type"]
    return if !REFERENCES.key?(type) || (@old && SINCE_1_1.include?(type))

    note_references(type)
    @attempt = @attempts[event["attemptId"]]
    send(type) unless @run.key?("finishedAt") # It is a key of REFERENCES, so it is one of the methods below.
  end

  private

  def run_started
    return if @started

    @started = true
    %w[runTitle flowPath].each { |key| @run.delete(key) }
    @run.update(@payload.slice("runTitle", "flowPath"))
    @run.update("runId" => need("runId", String, @event), "flowName" => need("flowName"),
                "startedAt" => @event["at"], "input" => { "artifact" => need("inputArtifact", Hash) })
  end

  def node_started
    id = need("attemptId", String, @event)
    node_id = need("nodeId", String, @event)
    return if @attempt

    @attempts[id] = { "attemptId" => id, "nodeId" => node_id, "nodeType" => need("nodeType"),
                      "startedSeq" => @event["seq"], "startedAt" => @event["at"], "outcome" => nil, "output" => nil }
    @nodes[node_id] ||= { "nodeId" => node_id, "attemptIds" => [], "outputFrom" => nil }
    @nodes[node_id]["attemptIds"] << id
    @run["currentAttemptId"] = id
    go_on
  end

  def node_heartbeat; end

  def node_outcome
    return unless open?

    id, node_id = @attempt.values_at("attemptId", "nodeId")
    @attempt.update("finishedSeq" => @event["seq"], "finishedAt" => @event["at"], "outcome" => need("outcome"),
                    "durationMs" => need("durationMs", Numeric), "output" => output)
    @attempt["error"] = @payload["error"] unless @payload["error"].nil?
    take_over "sessionId", "promptArtifact", "rawResponseArtifact", "conversation", "action", "stdoutArtifact",
              "stderrArtifact", "errorArtifact"
    ok = @attempt["outcome"] == "ok"
    ended_well(@attempt) if ok
    return unless @run["currentAttemptId"] == id

    @run["currentAttemptId"] = nil
    # 1.0 has no run_waiting: there the checkpoint itself says that the run waits.
    wait_at(node_id) if ok && @old && @attempt["nodeType"] == "checkpoint"
  end

  def session_bound
    id = need("sessionId")
    return if @sessions.key?(id)

    @sessions[id] = { "sessionId" => id, "handle" => need("handle"),
                      "bindingArtifact" => need("bindingArtifact", Hash), "boundSeq" => @event["seq"] }
    current = @attempts[@run["currentAttemptId"]]
    current["sessionId"] ||= id if current && can_talk?(current)
  end

  def acp_prompt_prepared
    return unless turn?

    @prompted[@attempt["attemptId"]] = @payload["sessionId"]
    take_over "sessionId", "promptArtifact"
  end

  def acp_response_parsed
    take_over "sessionId", "conversation", "rawResponseArtifact" if turn?
  end

  def action_prepared
    take_over "action" if open? && can_act?(@attempt)
  end

  def action_completed
    take_over "action", "stdoutArtifact", "stderrArtifact" if open? && can_act?(@attempt)
  end

  def artifact_written; end

  def run_waiting
    wait_at(need("waitingOn"))
    @waiting = need("attemptId")
  end

  def run_resumed
    attempt = @attempts[@payload.fetch("attemptId", @waiting)]
    if @payload["cause"] == "input" && output && attempt && attempt["outcome"] == "ok"
      attempt["output"] = output
      ended_well(@last_ok[attempt["nodeId"]])
    end
    go_on
  end

  def run_completed = finish("completed")

  def run_failed
    finish(@payload["status"] == "timed_out" ? "timed_out" : "failed")
    @run["error"] = need("error")
  end

  def run_timed_out
    finish("timed_out")
    @run["error"] = need("error")
  end

  # ---- The words that the page has in italics

  def wait_at(node_id)
    @run.update("status" => "waiting", "waitingOn" => node_id)
  end

  def go_on
    @run["status"] = "running"
    @run.delete("waitingOn")
    @waiting = nil
  end

  def finish(status)
    go_on
    @run.update("status" => status, "finishedAt" => @event["at"], "currentAttemptId" => nil)
  end

  def open? = @attempt && @attempt["outcome"].nil?

  def can_talk?(attempt) = !%w[compute action checkpoint].include?(attempt["nodeType"])

  def can_act?(attempt) = !%w[compute acp checkpoint].include?(attempt["nodeType"])

  # An old bundle may have late events of an earlier attempt, which name another session.
  def turn?
    session_id = need("sessionId")
    open? && can_talk?(@attempt) && @prompted.fetch(@attempt["attemptId"], session_id) == session_id
  end

  def take_over(*keys)
    keys.each do |key|
      @attempt[key] = @payload[key] if key.end_with?("Artifact") ? reference?(@payload[key]) : @payload.key?(key)
    end
  end

  def output
    return { "artifact" => @payload["outputArtifact"] } if reference?(@payload["outputArtifact"])

    { "inline" => @payload["outputInline"] } if @payload.key?("outputInline")
  end

  # ---- Helpers

  def ended_well(attempt)
    @last_ok[attempt["nodeId"]] = attempt
    @nodes[attempt["nodeId"]]["outputFrom"] = (attempt["attemptId"] if attempt["output"])
  end

  def note_references(type)
    action = @payload["action"] if HAVE_RECEIPT.include?(type)
    arguments = action["argsArtifact"] if action.is_a?(Hash)
    [arguments, *@payload.values_at(*REFERENCES[type])].each do |value|
      next unless reference?(value) && value["path"].start_with?("artifacts/")

      @artifacts[value["path"]] ||= { **value, "firstSeq" => @event["seq"] }
    end
  end

  def reference?(value)
    value.is_a?(Hash) && value.values_at("path", "mediaType", "sha256").all?(String)
  end

  # A member that this reader cannot do without.
  def need(key, type = String, object = @payload)
    object[key].is_a?(type) ? object[key] : raise(Refusal.new("corrupt", "#{@event["type"]} without #{key}"))
  end
end

# The view of a bundle, and whether the end of its trace was left out.
def read(folder, up_to_seq = nil)
  bundle = Bundle.new(folder)
  view = View.new(bundle.manifest, bundle.old?)
  torn = bundle.each_event(up_to_seq) { |event| view.apply(event) }
  [view.to_h, torn]
end

# The adapter: a request of the conformance suite, and what to answer.
def answer(request)
  return { "unsupported" => "this is a reader" } unless request["role"] == "reader"

  view, torn = read(request["bundle"], request["upToSeq"])
  torn ? { "view" => view, "torn" => true } : { "view" => view }
rescue Refusal => refusal
  { "refused" => { "code" => refusal.code, "reason" => refusal.message } }
end

if ARGV.empty?
  puts StrictJson.generate(answer(StrictJson.parse($stdin.read)))
else
  begin
    view, torn = read(ARGV[0])
    puts StrictJson.generate(view)
    warn "The end of the trace is torn, and was left out." if torn
  rescue Refusal => refusal
    abort "#{refusal.code}: #{refusal.message.dump}"
  end
end
