# frozen_string_literal: true

require "json"
require "strscan"

# JSON as bundles need it. The parser that comes with Ruby takes comments, unknown escapes and an object with two equal
# keys, and refuses lone surrogates, which old bundles hold. Here a lone surrogate becomes a string of invalid UTF-8,
# three bytes, and an escape again when it is written.
module StrictJson
  class Malformed < StandardError; end
  class TooDeep < StandardError; end

  MAX_LEVELS = 1000

  # The value of a text of bytes.
  def self.parse(bytes)
    text = bytes.dup.force_encoding(Encoding::UTF_8)
    raise Malformed, "it is not UTF-8" unless text.valid_encoding?

    Parser.new(text).document
  end

  # One line of JSON in UTF-8.
  def self.generate(value)
    case value
    when Hash then "{#{value.map { |key, member| "#{generate(key)}:#{generate(member)}" }.join(",")}}"
    when Array then "[#{value.map { |item| generate(item) }.join(",")}]"
    when String then value.valid_encoding? ? JSON.generate(value) : generate_surrogates(value)
    else JSON.generate(value)
    end
  end

  private_class_method def self.generate_surrogates(text)
    parts = text.unpack("U*").map do |code|
      code.between?(0xd800, 0xdfff) ? format('\u%04x', code) : JSON.generate([code].pack("U"))[1..-2]
    end
    %("#{parts.join}")
  end

  # Goes through a text once; each method takes from it what it is named after.
  class Parser
    STRING = %r{"((?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u\h{4}))*+)"}
    ESCAPE = /\\(?:u(d[89ab]\h\h)\\u(d[c-f]\h\h)|u(\h{4})|(.))/i
    SHORT_ESCAPES = { "b" => "\b", "f" => "\f", "n" => "\n", "r" => "\r", "t" => "\t" }.freeze
    NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/
    LITERALS = { "true" => true, "false" => false, "null" => nil }.freeze

    def initialize(text)
      @scanner = StringScanner.new(text)
    end

    def document
      found = value(0)
      @scanner.eos? ? found : malformed
    end

    private

    # A value and the blanks around it. It stands in as many arrays and objects as `level` says.
    def value(level)
      blanks
      found =
        if @scanner.skip(/\{/) then object(deeper(level))
        elsif @scanner.skip(/\[/) then array(deeper(level))
        elsif @scanner.match?(/"/) then string
        elsif @scanner.scan(NUMBER) then number(@scanner.matched)
        elsif @scanner.scan(/true|false|null/) then LITERALS[@scanner.matched]
        else malformed
        end
      blanks
      found
    end

    def object(level)
      members = {}
      each_until(/\}/) do
        blanks
        key = string
        raise Malformed, "an object has the same key twice" if members.key?(key)

        blanks
        @scanner.skip(/:/) || malformed
        members[key] = value(level)
      end
      members
    end

    def array(level)
      items = []
      each_until(/\]/) { items << value(level) }
      items
    end

    def each_until(closing)
      blanks
      return if @scanner.skip(closing)

      yield
      until @scanner.skip(closing)
        @scanner.skip(/,/) || malformed
        yield
      end
    end

    def string
      @scanner.scan(STRING) || malformed
      @scanner[1].gsub(ESCAPE) do
        high, low, unit, short = $~.captures
        if high then [0x10000 + ((high.hex - 0xd800) << 10) + (low.hex - 0xdc00)].pack("U")
        elsif unit then [unit.hex].pack("U")
        else SHORT_ESCAPES.fetch(short, short)
        end
      end
    end

    def number(text)
      return text.to_i if text.match?(/\A-?\d{1,15}\z/)

      value = text.to_f
      value.finite? ? value : raise(Malformed, "a number is too large")
    end

    def blanks = @scanner.skip(/[ \t\r\n]+/)

    def deeper(level)
      level < MAX_LEVELS ? level + 1 : raise(TooDeep, "JSON that is nested deeper than #{MAX_LEVELS} levels")
    end

    def malformed = raise(Malformed, "it is not JSON from byte #{@scanner.pos} on")
  end
end
