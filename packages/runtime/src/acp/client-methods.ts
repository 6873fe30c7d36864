import { RequestError, client, methods } from "@agentclientprotocol/sdk";
import type { RequestPermissionRequest, RequestPermissionResponse } from "@agentclientprotocol/sdk";
import { asError } from "./agent-error.ts";
import type { AgentFiles } from "./files.ts";
import { cancelled, decide, permissionFailure, verdictOn } from "./permissions.ts";
import type { Permissions } from "./permissions.ts";
import type { Terminals } from "./terminals.ts";

type ClientApp = ReturnType<typeof client>;

/** What the methods that we offer to an agent work on. */
export interface ClientSide {
  readonly policy: Permissions;
  /** Undefined: not offered. */
  readonly files: AgentFiles | undefined;
  readonly terminals: Terminals | undefined;
  /** Id of the session, once the agent has told it. */
  readonly sessionId: string | undefined;
  /** False between turns, and from the moment on when a turn is cancelled: then an agent may do nothing more. */
  readonly isServing: boolean;
  /** The attempt fails, whatever the agent answers. */
  fail(error: Error): void;
}

/** The client with its methods. What is not offered is answered as not found. */
export function clientApp(side: ClientSide): ClientApp {
  const app = client({ name: "flow" }).onRequest(
    methods.client.session.requestPermission,
    ({ params }) => permission(side, params),
  );
  if (side.files !== undefined) offerFiles(app, side, side.files);
  if (side.terminals !== undefined) offerTerminals(app, side, side.terminals);
  return app;
}

function permission(
  side: ClientSide,
  request: RequestPermissionRequest,
): RequestPermissionResponse {
  checkSession(side, request);
  if (!side.isServing) return cancelled;
  const { response, failure } = decide(request, side.policy);
  if (failure !== undefined) side.fail(failure);
  return response;
}

function offerFiles(app: ClientApp, side: ClientSide, files: AgentFiles): void {
  app
    .onRequest(methods.client.fs.readTextFile, ({ params }) =>
      serve(side, params, async () => {
        check(side, "read", `read ${params.path}`);
        return { content: await files.read(params) };
      }),
    )
    .onRequest(methods.client.fs.writeTextFile, ({ params }) =>
      serve(side, params, async () => {
        check(side, "change", `write ${params.path}`);
        await files.write(params);
        return {};
      }),
    );
}

function offerTerminals(app: ClientApp, side: ClientSide, terminals: Terminals): void {
  const terminal = methods.client.terminal;
  app
    .onRequest(terminal.create, ({ params }) =>
      serve(side, params, async () => {
        check(side, "change", `run ${params.command}`);
        const terminalId = await terminals.create(params);
        // The turn may have ended meanwhile, and with it all its commands.
        if (!side.isServing) await terminals.release(terminalId);
        return { terminalId };
      }),
    )
    .onRequest(terminal.output, ({ params }) =>
      serve(side, params, async () => terminals.output(params.terminalId), true),
    )
    .onRequest(terminal.waitForExit, ({ params }) =>
      serve(side, params, () => terminals.waitForExit(params.terminalId), true),
    )
    .onRequest(terminal.kill, ({ params }) =>
      serve(
        side,
        params,
        async () => {
          await terminals.kill(params.terminalId);
          return {};
        },
        true,
      ),
    )
    .onRequest(terminal.release, ({ params }) =>
      serve(
        side,
        params,
        async () => {
          await terminals.release(params.terminalId);
          return {};
        },
        true,
      ),
    );
}

/** Answers a request; what goes wrong becomes an error that says what. */
async function serve<T>(
  side: ClientSide,
  params: { readonly sessionId: string },
  answer: () => Promise<T>,
  always = false,
): Promise<T> {
  checkSession(side, params);
  if (!side.isServing && !always) {
    throw RequestError.requestCancelled(undefined, "no turn is going on");
  }
  try {
    return await answer();
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError(-32603, asError(error).message);
  }
}

function checkSession(side: ClientSide, { sessionId }: { readonly sessionId: string }): void {
  if (side.sessionId !== undefined && sessionId !== side.sessionId) {
    throw RequestError.sessionNotFound(sessionId);
  }
}

function check(side: ClientSide, kind: "read" | "change", what: string): void {
  const verdict = verdictOn(kind, side.policy);
  if (verdict === "allow") return;
  if (verdict === "fail") side.fail(permissionFailure(what));
  throw new RequestError(-32603, `Permission denied: ${what}`);
}
