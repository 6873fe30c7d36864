import type { SessionBinding, SessionRecord } from "@flow-bundle/schema";
import type { Rule } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { collectBindings, usableBindings } from "../projection/compare/bindings.ts";

const shared = [
  "acpxRecordId",
  "acpSessionId",
  "agentSessionId",
  "agentCommand",
  "cwd",
  "name",
  "agentArgv",
] as const satisfies readonly (keyof SessionRecord & keyof SessionBinding)[];

/** record.json and binding.json agree; spec/text/sessions.md#session-record-ids. */
export const recordIds: Rule = {
  id: "session/record-ids",
  needs: [],
  check(ctx, report) {
    const records = new Map<string, Pick<SessionRecord, (typeof shared)[number]>>();
    const bindings = collectBindings(ctx);
    return {
      session(session) {
        bindings.session(session);
        const { sessionId, record } = session;
        // A record may be large: no more of it is kept than is compared.
        if (record !== undefined) records.set(sessionId, pick(record));
      },
      async end() {
        for (const [sessionId, binding] of await usableBindings(ctx)) {
          const record = records.get(sessionId);
          if (record === undefined) continue;
          for (const key of shared) {
            // The known deviations of 1.0 say nothing of it.
            if (key === "agentArgv" && ctx.version === "1.0") continue;
            const expected = binding[key];
            const actual = record[key];
            if (equalJson(actual, expected)) continue;
            report({
              file: `sessions/${sessionId}/record.json`,
              pointer: actual === undefined ? "" : `/${key}`,
              sessionId,
              message:
                actual === undefined
                  ? `record.json lacks ${key}, which binding.json has`
                  : `${key} is not that of binding.json`,
              expected: expected ?? null,
              ...(actual === undefined ? {} : { actual }),
              related: [
                {
                  file: `sessions/${sessionId}/binding.json`,
                  pointer: expected === undefined ? "" : `/${key}`,
                },
              ],
              hint: "both files describe one session; bring the record up to date when an id becomes known",
            });
          }
        }
      },
    };
  },
};

function pick(record: SessionRecord): Pick<SessionRecord, (typeof shared)[number]> {
  const { acpxRecordId, acpSessionId, agentSessionId, agentCommand, cwd, name, agentArgv } = record;
  return {
    acpxRecordId,
    acpSessionId,
    ...(agentSessionId === undefined ? {} : { agentSessionId }),
    agentCommand,
    cwd,
    name,
    ...(agentArgv === undefined ? {} : { agentArgv }),
  };
}
