/** Wrong usage or configuration: its message goes to the user as it is, and the command exits with 2. */
export class UsageError extends Error {
  readonly code = "usage";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "UsageError";
  }
}
