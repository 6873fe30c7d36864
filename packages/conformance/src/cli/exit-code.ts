/** Exit codes of the command. */
export const exitCodes = {
  /** Everything that ran is as it should be, or as the baseline says. */
  ok: 0,
  /** Something is not. */
  failed: 1,
  /** Wrong usage or input: nothing was measured. */
  usage: 2,
  /** A fault of ours. */
  bug: 70,
  interrupted: 130,
} as const;
