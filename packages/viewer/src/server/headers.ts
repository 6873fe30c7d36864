import { contentPolicy } from "../protocol/policy.ts";

/** Headers of every answer, whatever it is. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "content-security-policy": `${contentPolicy}; frame-ancestors 'none'`,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "cache-control": "no-store",
};
