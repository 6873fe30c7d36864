import { printable } from "@flow-bundle/bundle";
import { createProcessOwner } from "@flow-bundle/runtime/process";
import type { Role } from "../cases/case.ts";
import { examine } from "../doctor/doctor.ts";
import { exitCodes } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { paintFor } from "./paint.ts";
import { corpus } from "./selection.ts";

/** Options of `doctor`. */
export interface DoctorOptions {
  readonly role: Role;
  /** Seconds. */
  readonly timeout: number;
}

/** `bundle-conformance doctor`. */
export async function doctorCommand(
  adapter: readonly string[],
  { role, timeout }: DoctorOptions,
  io: Io,
): Promise<number> {
  const [command = "", ...args] = adapter;
  const owner = createProcessOwner();
  const paint = paintFor(io.stdout, io.env);
  let isGood = true;
  try {
    const patient = {
      owner,
      command: { command, args, cwd: io.directory, env: io.env },
      role,
      timeoutMs: timeout * 1000,
    };
    for await (const diagnosis of examine(patient, corpus())) {
      isGood &&= diagnosis.isGood;
      const mark = diagnosis.isGood ? paint("green", "ok  ") : paint("red", "FAIL");
      io.stdout.write(
        `${mark}  ${diagnosis.title}: ${printable(diagnosis.found, { max: 2000 })}\n`,
      );
      if (diagnosis.hint !== undefined) io.stdout.write(`      hint: ${diagnosis.hint}\n`);
    }
  } finally {
    owner.killAll();
  }
  io.stdout.write(
    isGood
      ? `The adapter can be measured: bundle-conformance run --role ${role} -- …\n`
      : "The adapter has to be mended before it is measured.\n",
  );
  return isGood ? exitCodes.ok : exitCodes.failed;
}
