#!/usr/bin/env perl
# A reader of flow run bundles in Perl 5.14 with its core modules, written by following docs/conformance/adapter.md step
# by step. The comments name its sections.
#
#   perl reader.pl BUNDLE        prints the view-model of a bundle
#   perl reader.pl < REQUEST     answers a request of the conformance suite
#
# Exit code 0: answered, 1: refused (with BUNDLE).
use strict;
use warnings;
no warnings qw(recursion surrogate nonchar);
use Errno ();
use Fcntl qw(:mode O_RDONLY O_NOFOLLOW O_NONBLOCK);

my ($max_line, $max_document, $max_depth) = (64 << 20, 256 << 20, 1000);

# ---- JSON. The parser that comes with Perl takes an object with two equal keys and rounds numbers. This one keeps a
# number as it is written: a reader of bundles has nothing to calculate.

{
  package Number;
  sub new { my ($class, $text) = @_; return bless \$text, $class }
}
my ($true, $false) = (\'true', \'false');
my %escapes = (b => "\b", f => "\f", n => "\n", r => "\r", t => "\t", '"' => '"', '\\' => '\\', '/' => '/');

sub bad { die { bad => $_[0] } }
sub refused { die { code => $_[0], reason => $_[1] } }

sub parse {
  my ($bytes) = @_;
  my $text = $bytes;
  # Encode would refuse U+FFFE too, which is a character like others; this takes surrogates and more, which are none.
  bad('it is not UTF-8') if !utf8::decode($text) || $text =~ /[\x{d800}-\x{dfff}\x{110000}-\x{7fffffff}]/;
  pos($text) = 0;
  my $value = parse_value(\$text, 0);
  $text =~ /\G[ \t\r\n]*\z/gc or bad('something follows the JSON value');
  return $value;
}

sub parse_value {
  my ($text, $depth) = @_;
  $$text =~ /\G[ \t\r\n]+/gc;
  return parse_string($text) if $$text =~ /\G"/gc;
  return Number->new($1) if $$text =~ /\G(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)/gc;
  return undef if $$text =~ /\Gnull/gc;
  return $true if $$text =~ /\Gtrue/gc;
  return $false if $$text =~ /\Gfalse/gc;
  $$text =~ /\G([\[{])/gc or bad('it is not JSON');
  refused('hostile', "JSON that is nested deeper than $max_depth levels") if ++$depth > $max_depth;
  return $1 eq '[' ? parse_array($text, $depth) : parse_object($text, $depth);
}

sub parse_array {
  my ($text, $depth) = @_;
  my @items;
  return \@items if $$text =~ /\G[ \t\r\n]*\]/gc;
  while (1) {
    push @items, parse_value($text, $depth);
    return \@items if $$text =~ /\G[ \t\r\n]*\]/gc;
    $$text =~ /\G[ \t\r\n]*,/gc or bad('it is not JSON');
  }
}

sub parse_object {
  my ($text, $depth) = @_;
  my %members;
  return \%members if $$text =~ /\G[ \t\r\n]*\}/gc;
  while (1) {
    $$text =~ /\G[ \t\r\n]*"/gc or bad('it is not JSON');
    my $key = parse_string($text);
    $$text =~ /\G[ \t\r\n]*:/gc or bad('it is not JSON');
    bad('an object has the same key twice') if exists $members{$key};
    $members{$key} = parse_value($text, $depth);
    return \%members if $$text =~ /\G[ \t\r\n]*\}/gc;
    $$text =~ /\G[ \t\r\n]*,/gc or bad('it is not JSON');
  }
}

# What comes after the quote.
sub parse_string {
  my ($text) = @_;
  my $string = '';
  while (1) {
    $string .= $1 if $$text =~ /\G([^"\\\x00-\x1f]+)/gc;
    return $string if $$text =~ /\G"/gc;
    if ($$text =~ /\G\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/gc) {
      $string .= chr(0x10000 + ((hex($1) - 0xd800) << 10) + hex($2) - 0xdc00);
    } elsif ($$text =~ /\G\\u([0-9a-fA-F]{4})/gc) {
      $string .= chr(hex $1);
    } elsif ($$text =~ /\G\\(["\\\/bfnrt])/gc) {
      $string .= $escapes{$1};
    } else {
      bad('it is not JSON');
    }
  }
}

sub write_json {
  my ($value) = @_;
  return 'null' unless defined $value;
  return write_string($value) unless ref $value;
  return '[' . join(',', map { write_json($_) } @$value) . ']' if ref $value eq 'ARRAY';
  return $$value unless ref $value eq 'HASH';
  return '{' . join(',', map { write_string($_) . ':' . write_json($value->{$_}) } sort keys %$value) . '}';
}

sub write_string {
  my ($string) = @_;
  $string =~ s{([^\x20\x21\x23-\x5b\x5d-\x7e])}{
    my $code = ord $1;
    $code < 0x10000 ? sprintf('\\u%04x', $code)
      : sprintf('\\u%04x\\u%04x', 0xd7c0 + ($code >> 10), 0xdc00 + ($code & 0x3ff))
  }ge;
  return qq("$string");
}

# ---- Minute 3: the manifest

sub is_string { return defined $_[0] && !ref $_[0] }
sub is_object { return ref $_[0] eq 'HASH' }
sub is_number { return ref $_[0] eq 'Number' }

# A regular file of the bundle, open for bytes; undef if it is not there.
sub open_file {
  my ($bundle, $name) = @_;
  my @seen = lstat "$bundle/$name";
  if (!@seen) {
    return undef if $!{ENOENT};
    refused('corrupt', "$name cannot be read: $!");
  }
  refused('hostile', "$name is no regular file") unless S_ISREG($seen[2]);
  sysopen(my $file, "$bundle/$name", O_RDONLY | O_NOFOLLOW | O_NONBLOCK) or refused('corrupt', "$name cannot be opened: $!");
  my @opened = stat $file;
  refused('hostile', "$name was replaced") if "@opened[0, 1]" ne "@seen[0, 1]";
  binmode $file;
  return $file;
}

sub read_manifest {
  my ($bundle) = @_;
  my $file = open_file($bundle, 'manifest.json') or refused('corrupt', 'there is no manifest.json');
  refused('hostile', 'manifest.json is too large') if -s $file > $max_document;
  my $data = do { local $/; <$file> };
  my $manifest = eval { parse($data) };
  if (my $problem = $@) {
    die $problem unless ref $problem eq 'HASH' && $problem->{bad};
    refused('corrupt', "manifest.json: $problem->{bad}");
  }
  refused('corrupt', 'manifest.json is no object') unless is_object($manifest);
  for (['schema', 'acpx.flow-run-bundle.v1'], ['traceSchema', 'acpx.flow-trace-event.v1']) {
    my ($key, $known) = @$_;
    refused('unsupported', "$key is not $known") unless is_string($manifest->{$key}) && $manifest->{$key} eq $known;
  }
  my $version = exists $manifest->{specVersion} ? $manifest->{specVersion} : '1.0';
  refused('corrupt', 'specVersion is no version') unless is_string($version) && $version =~ /\A([0-9]+)\.([0-9]+)\z/;
  refused('unsupported', "the version is $version") unless $1 eq '1';
  my $is_old = $2 eq '0';
  is_string($manifest->{$_}) or refused('corrupt', "$_ is no text") for qw(runId flowName startedAt status);
  return ($manifest, $is_old);
}

# ---- Minute 4: the lines of the trace. Calls $take with each event until it says no; returns why the end is torn, or
# undef.

sub read_trace {
  my ($bundle, $may_be_torn, $take) = @_;
  my $file = open_file($bundle, 'trace.ndjson') or return undef;
  my ($number, $bad, $rest) = (0, undef, '');
  while (1) {
    my $end = index $rest, "\n";
    while ($end < 0) {
      last if length $rest > $max_line;
      my $from = length $rest;
      sysread($file, $rest, 1 << 20, $from) or last;
      $end = index $rest, "\n", $from;
    }
    last if $end < 0 && $rest eq '';
    $number++;
    my $length = $end < 0 ? length $rest : $end;
    refused('hostile', "line $number of the trace is too long") if $length > $max_line;
    my $line = substr $rest, 0, $end < 0 ? length $rest : $end + 1, '';
    my $event = eval { $end < 0 ? bad('it does not end with LF') : parse($line) };
    if (my $problem = $@) {
      die $problem unless ref $problem eq 'HASH' && $problem->{bad};
      $bad = "line $number of the trace: $problem->{bad}" unless defined $bad;
    } else {
      refused('corrupt', $bad) if defined $bad;
      $take->($event) or return undef;
    }
  }
  refused('corrupt', $bad) if defined $bad && !$may_be_torn;
  return $bad;
}

# ---- Minute 5: fold the events

my @outcome_artifacts = qw(promptArtifact rawResponseArtifact stdoutArtifact stderrArtifact outputArtifact errorArtifact);
my %references = (
  run_started => ['inputArtifact'], node_started => [], node_heartbeat => [], node_outcome => \@outcome_artifacts,
  session_bound => ['bindingArtifact'], acp_prompt_prepared => ['promptArtifact'],
  acp_response_parsed => ['rawResponseArtifact'], action_prepared => [],
  action_completed => ['stdoutArtifact', 'stderrArtifact'], artifact_written => ['artifact'], run_waiting => [],
  run_resumed => ['outputArtifact'], run_completed => [], run_failed => ['errorArtifact'],
  run_timed_out => ['errorArtifact'],
);
my %since_1_1 = map { $_ => 1 } qw(run_waiting run_resumed run_timed_out);
my %has_receipt = map { $_ => 1 } qw(node_outcome action_prepared action_completed);

sub is_reference {
  my ($value) = @_;
  return is_object($value) && !grep { !is_string($value->{$_}) } qw(path mediaType sha256);
}

sub need {
  my ($object, $key, $is) = @_;
  return $object->{$key} if $is->($object->{$key});
  refused('corrupt', "an event has no $key, or one of the wrong type");
}

sub output_of {
  my ($payload) = @_;
  return { artifact => $payload->{outputArtifact} } if is_reference($payload->{outputArtifact});
  return exists $payload->{outputInline} ? { inline => $payload->{outputInline} } : undef;
}

sub take_over {
  my ($attempt, $payload, @keys) = @_;
  for my $key (@keys) {
    next unless exists $payload->{$key};
    $attempt->{$key} = $payload->{$key} if $key !~ /Artifact\z/ || is_reference($payload->{$key});
  }
}

sub read_bundle {
  my ($bundle, $up_to_seq) = @_;
  my ($manifest, $is_old) = read_manifest($bundle);
  my %view = (
    schema => 'flow-run-bundle.view-model.v1', upToSeq => Number->new('0'), status => 'running',
    updatedAt => $manifest->{startedAt}, input => undef, currentAttemptId => undef,
    attempts => [], nodes => [], sessions => [], artifacts => [],
    map { exists $manifest->{$_} ? ($_ => $manifest->{$_}) : () } qw(runId flowName runTitle flowPath startedAt),
  );
  my (%attempts, %nodes, %sessions, %artifacts, %prompted, %last_ok, $started, $ended, $waiting);

  my $go_on = sub { $view{status} = 'running'; delete $view{waitingOn}; $waiting = undef };
  my $wait = sub { @view{qw(status waitingOn)} = ('waiting', $_[0]); $waiting = $_[1] };
  my $finish = sub {
    my ($event, $status) = @_;
    $go_on->();
    @view{qw(status finishedAt currentAttemptId)} = ($status, $event->{at}, undef);
    $ended = 1;
  };
  my $attempt_of = sub { my ($id) = @_; return is_string($id) ? $attempts{$id} : undef };
  my $open_attempt = sub {
    my $attempt = $attempt_of->($_[0]{attemptId});
    return $attempt && !defined $attempt->{outcome} ? $attempt : undef;
  };
  my $turn = sub {
    my ($event, $payload) = @_;
    my $session_id = need($payload, 'sessionId', \&is_string);
    my $attempt = $open_attempt->($event);
    return undef if !$attempt || $attempt->{nodeType} =~ /\A(?:compute|action|checkpoint)\z/;
    my $earlier = $prompted{ $attempt->{attemptId} };
    return defined $earlier && $earlier ne $session_id ? undef : $attempt;
  };
  my $acting = sub {
    my $attempt = $open_attempt->($_[0]);
    return $attempt && $attempt->{nodeType} !~ /\A(?:compute|acp|checkpoint)\z/ ? $attempt : undef;
  };

  my %handlers = (
    run_started => sub {
      my ($event, $payload) = @_;
      return if $started++;
      delete @view{qw(runTitle flowPath)};
      exists $payload->{$_} and $view{$_} = $payload->{$_} for qw(runTitle flowPath);
      @view{qw(runId flowName startedAt)} =
        (need($event, 'runId', \&is_string), need($payload, 'flowName', \&is_string), $event->{at});
      $view{input} = { artifact => need($payload, 'inputArtifact', \&is_object) };
    },
    node_started => sub {
      my ($event, $payload) = @_;
      my ($id, $node_id) = map { need($event, $_, \&is_string) } qw(attemptId nodeId);
      return if $attempts{$id};
      $attempts{$id} = {
        attemptId => $id, nodeId => $node_id, nodeType => need($payload, 'nodeType', \&is_string),
        startedSeq => $event->{seq}, startedAt => $event->{at}, outcome => undef, output => undef,
      };
      push @{ $view{attempts} }, $attempts{$id};
      if (!$nodes{$node_id}) {
        $nodes{$node_id} = { nodeId => $node_id, attemptIds => [], outputFrom => undef };
        push @{ $view{nodes} }, $nodes{$node_id};
      }
      push @{ $nodes{$node_id}{attemptIds} }, $id;
      $view{currentAttemptId} = $id;
      $go_on->();
    },
    node_heartbeat => sub { },
    node_outcome => sub {
      my ($event, $payload) = @_;
      my $attempt = $open_attempt->($event) or return;
      my ($id, $node_id) = @$attempt{qw(attemptId nodeId)};
      @$attempt{qw(finishedSeq finishedAt)} = @$event{qw(seq at)};
      $attempt->{outcome} = need($payload, 'outcome', \&is_string);
      $attempt->{durationMs} = need($payload, 'durationMs', \&is_number);
      $attempt->{error} = $payload->{error} if defined $payload->{error};
      $attempt->{output} = output_of($payload);
      take_over($attempt, $payload, qw(sessionId promptArtifact rawResponseArtifact conversation action stdoutArtifact
        stderrArtifact errorArtifact));
      my $ok = $attempt->{outcome} eq 'ok';
      $last_ok{$node_id} = $attempt if $ok;
      $nodes{$node_id}{outputFrom} = $attempt->{output} ? $id : undef if $ok;
      return unless defined $view{currentAttemptId} && $view{currentAttemptId} eq $id;
      $view{currentAttemptId} = undef;
      $wait->($node_id, $id) if $is_old && $ok && $attempt->{nodeType} eq 'checkpoint';
    },
    session_bound => sub {
      my ($event, $payload) = @_;
      my $id = need($payload, 'sessionId', \&is_string);
      return if $sessions{$id}++;
      push @{ $view{sessions} }, {
        sessionId => $id, handle => need($payload, 'handle', \&is_string), boundSeq => $event->{seq},
        bindingArtifact => need($payload, 'bindingArtifact', \&is_object),
      };
      my $attempt = $attempt_of->($view{currentAttemptId});
      return if !$attempt || $attempt->{nodeType} =~ /\A(?:compute|action|checkpoint)\z/;
      $attempt->{sessionId} = $id unless exists $attempt->{sessionId};
    },
    acp_prompt_prepared => sub {
      my ($event, $payload) = @_;
      my $attempt = $turn->($event, $payload) or return;
      $prompted{ $attempt->{attemptId} } = $payload->{sessionId};
      take_over($attempt, $payload, qw(sessionId promptArtifact));
    },
    acp_response_parsed => sub {
      my ($event, $payload) = @_;
      my $attempt = $turn->($event, $payload) or return;
      take_over($attempt, $payload, qw(sessionId conversation rawResponseArtifact));
    },
    action_prepared => sub {
      my ($event, $payload) = @_;
      my $attempt = $acting->($event) or return;
      take_over($attempt, $payload, 'action');
    },
    action_completed => sub {
      my ($event, $payload) = @_;
      my $attempt = $acting->($event) or return;
      take_over($attempt, $payload, qw(action stdoutArtifact stderrArtifact));
    },
    artifact_written => sub { },
    run_waiting => sub { $wait->(need($_[1], 'waitingOn', \&is_string), $_[1]{attemptId}) },
    run_resumed => sub {
      my ($event, $payload) = @_;
      my $output = output_of($payload);
      my $attempt = $attempt_of->(exists $payload->{attemptId} ? $payload->{attemptId} : $waiting);
      if ($output && $attempt && is_string($payload->{cause}) && $payload->{cause} eq 'input'
        && defined $attempt->{outcome} && $attempt->{outcome} eq 'ok') {
        $attempt->{output} = $output;
        my $last = $last_ok{ $attempt->{nodeId} };
        $nodes{ $attempt->{nodeId} }{outputFrom} = $last->{attemptId} if $last == $attempt;
      }
      $go_on->();
    },
    run_completed => sub { $finish->($_[0], 'completed') },
    run_failed => sub {
      my ($event, $payload) = @_;
      my $timed_out = is_string($payload->{status}) && $payload->{status} eq 'timed_out';
      $finish->($event, $timed_out ? 'timed_out' : 'failed');
      $view{error} = need($payload, 'error', \&is_string);
    },
    run_timed_out => sub {
      my ($event, $payload) = @_;
      $finish->($event, 'timed_out');
      $view{error} = need($payload, 'error', \&is_string);
    },
  );

  my $torn = read_trace($bundle, scalar($manifest->{status} =~ /\A(?:running|waiting)\z/), sub {
    my ($event) = @_;
    refused('corrupt', 'a line of the trace is no object') unless is_object($event);
    my $seq = need($event, 'seq', \&is_number);
    return 0 if defined $up_to_seq && $$seq > $up_to_seq;
    my ($type, $payload) = (need($event, 'type', \&is_string), need($event, 'payload', \&is_object));
    @view{qw(upToSeq updatedAt)} = ($seq, need($event, 'at', \&is_string));
    return 1 if !$handlers{$type} || ($is_old && $since_1_1{$type});
    my @found = @$payload{ @{ $references{$type} } };
    unshift @found, $payload->{action}{argsArtifact} if $has_receipt{$type} && is_object($payload->{action});
    for my $reference (grep { is_reference($_) && $_->{path} =~ m{\Aartifacts/} } @found) {
      next if $artifacts{ $reference->{path} }++;
      push @{ $view{artifacts} }, { %$reference, firstSeq => $seq };
    }
    $handlers{$type}->($event, $payload) unless $ended;
    return 1;
  });
  return (\%view, $torn);
}

# ---- The contract

sub answer {
  my ($request) = @_;
  return { unsupported => 'this is a reader' } if $request->{role} ne 'reader';
  my $up_to_seq = exists $request->{upToSeq} ? ${ $request->{upToSeq} } : undef;
  utf8::encode(my $path = $request->{bundle});
  my ($view, $torn) = eval { read_bundle($path, $up_to_seq) };
  if (my $problem = $@) {
    die $problem unless ref $problem eq 'HASH' && $problem->{code};
    return { refused => $problem };
  }
  return { view => $view, defined $torn ? (torn => $true) : () };
}

if (@ARGV) {
  my ($view, $torn) = eval { read_bundle($ARGV[0]) };
  if (my $problem = $@) {
    die $problem unless ref $problem eq 'HASH' && $problem->{code};
    print STDERR "$problem->{code}: ", write_string($problem->{reason}), "\n";
    exit 1;
  }
  print write_json($view), "\n";
  print STDERR "Left out, the end of the trace: $torn\n" if defined $torn;
} else {
  binmode STDIN;
  my $input = do { local $/; <STDIN> };
  print write_json(answer(parse($input))), "\n";
}
