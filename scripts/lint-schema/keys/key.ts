/** A place where one of our own persisted keys is spelled. */
export interface OwnKey {
  readonly key: string;
  /** Path in the repository. */
  readonly file: string;
  /** Where in the file; see `Problem`. */
  readonly place: string;
}
