/** Wrong usage: its message goes to the user as it is, and the command exits with 2. */
export class UsageError extends Error {
  override readonly name: string = "UsageError";
}
