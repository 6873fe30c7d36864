import { answerTypeCheck } from "../answer-type.ts";
import type { Check } from "../check.ts";
import { attemptEvents } from "./attempt-events.ts";
import { attempts } from "./attempts.ts";
import { bundleValid } from "./bundle-valid.ts";
import { commandOutput } from "./command-output.ts";
import { conversation } from "./conversation.ts";
import { errors } from "./errors.ts";
import { flow } from "./flow.ts";
import { input } from "./input.ts";
import { interrupted } from "./interrupted.ts";
import { outputs } from "./outputs.ts";
import { receipts } from "./receipts.ts";
import { resumed } from "./resumed.ts";
import { runEvents } from "./run-events.ts";
import { runStatus } from "./run-status.ts";
import { seal } from "./seal.ts";
import { sessions } from "./sessions.ts";
import { timeLimit } from "./time-limit.ts";
import { title } from "./title.ts";
import { turns } from "./turns.ts";
import { waiting } from "./waiting.ts";
import { wire } from "./wire.ts";

/** The checks of what producers write, in the order in which they are reported. */
export const producerChecks: readonly Check[] = [
  answerTypeCheck("producer"),
  bundleValid,
  runStatus,
  runEvents,
  attempts,
  interrupted,
  waiting,
  resumed,
  attemptEvents,
  outputs,
  errors,
  timeLimit,
  receipts,
  commandOutput,
  sessions,
  turns,
  wire,
  conversation,
  flow,
  input,
  title,
  seal,
];
