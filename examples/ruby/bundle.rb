# frozen_string_literal: true

require_relative "strict_json"

# Says that a bundle is not read, on purpose. The codes are those of the conformance suite.
class Refusal < StandardError
  attr_reader :code

  def initialize(code, reason)
    super(reason)
    @code = code
  end
end

# The two files of a bundle that a reader needs: its manifest, and its trace.
class Bundle
  MAX_DOCUMENT = 256 << 20
  MAX_LINE = 64 << 20
  # Should a file become a link or a FIFO just now: do not follow the one, do not wait for the other.
  READING = File::RDONLY | File::NONBLOCK | (defined?(File::NOFOLLOW) ? File::NOFOLLOW : 0)

  attr_reader :manifest

  # What is it, and may it be read?
  def initialize(folder)
    @folder = folder
    @manifest = read_manifest
    expect("schema", "acpx.flow-run-bundle.v1")
    expect("traceSchema", "acpx.flow-trace-event.v1")
    refuse("corrupt", "specVersion is no version") unless version.is_a?(String) && version.match?(/\A\d+\.\d+\z/)
    refuse("unsupported", "the version is #{version}") unless version.to_i == 1
    %w[runId flowName startedAt status].each do |key|
      refuse("corrupt", "#{key} of the manifest is no text") unless manifest[key].is_a?(String)
    end
  end

  # True for version 1.0. What is newer than 1.1 is read as 1.1.
  def old? = version == "1.0"

  # Yields each event whose `seq` is not above the given one, and returns whether the end of the trace is torn.
  def each_event(up_to_seq = nil)
    bad = nil
    each_line do |line, number|
      event = parse_line(line)
      refuse("corrupt", bad) if bad # A good line comes after it, so it is no torn end.
      check(event, number)
      return false if up_to_seq && event["seq"] > up_to_seq

      yield event
    rescue StrictJson::Malformed => error
      bad ||= "line #{number} of the trace: #{error.message}"
    end
    refuse("corrupt", bad) if bad && !%w[running waiting].include?(manifest["status"])
    !bad.nil?
  end

  private

  def refuse(code, reason) = raise(Refusal.new(code, reason))

  def version = manifest.fetch("specVersion", "1.0")

  def expect(key, known)
    refuse("unsupported", "#{key} of the manifest is not #{known}") unless manifest[key] == known
  end

  def read_manifest
    file = open_file("manifest.json") || refuse("corrupt", "there is no manifest.json")
    refuse("hostile", "manifest.json is too large") if file.size > MAX_DOCUMENT
    found = parse(file.read)
    found.is_a?(Hash) ? found : refuse("corrupt", "manifest.json is no object")
  rescue StrictJson::Malformed => error
    refuse("corrupt", "manifest.json: #{error.message}")
  end

  def parse_line(line)
    line.end_with?("\n") ? parse(line) : raise(StrictJson::Malformed, "it does not end with LF")
  end

  def parse(text)
    StrictJson.parse(text)
  rescue StrictJson::TooDeep => error
    refuse("hostile", error.message)
  end

  def check(event, number)
    return if event.is_a?(Hash) && event["seq"].is_a?(Numeric) && event["at"].is_a?(String) &&
              event["type"].is_a?(String) && event["payload"].is_a?(Hash)

    refuse("corrupt", "line #{number} of the trace is no event")
  end

  # Lines end with LF and with nothing else. Without a trace, the run has just begun.
  def each_line
    file = open_file("trace.ndjson") || return
    number = 0
    while (line = file.gets("\n", MAX_LINE + 1)) # `file` would not count a line that is cut there.
      number += 1
      refuse("hostile", "line #{number} of the trace is too long") if line.delete_suffix("\n").bytesize > MAX_LINE
      yield line, number
    end
  end

  # A regular file, open for reading bytes; nil if it is not there.
  def open_file(name)
    path = File.join(@folder, name)
    seen = File.lstat(path)
    refuse("hostile", "#{name} is no regular file") unless seen.file?
    file = File.new(path, READING).binmode
    refuse("hostile", "#{name} was replaced") unless [file.stat.dev, file.stat.ino] == [seen.dev, seen.ino]
    file
  rescue Errno::ENOENT
    nil
  rescue SystemCallError => error
    refuse("corrupt", "#{name} cannot be read: #{error.message}")
  end
end
