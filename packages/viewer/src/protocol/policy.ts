/**
 * The Content-Security-Policy of the page, for the header of the server and the `meta` element of the static page (where
 * `frame-ancestors` is not allowed). `blob:` images are made by the page from bytes of the bundle.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
