/** True for a {@link UsageError}, also for one from another copy of this module: the command is bundled in pieces. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && "code" in error && error.code === "usage";
}

/** Wrong usage or configuration: its message goes to the user as it is, and the command exits with 2. */
export class UsageError extends Error {
  readonly code = "usage";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UsageError";
  }
}
