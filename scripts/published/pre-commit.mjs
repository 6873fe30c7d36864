#!/usr/bin/env node
// What .pre-commit-hooks.yaml runs: checks the bundles that the given files belong to. Options come before the files.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownVersion, runPublished } from "./run.mjs";

const args = process.argv.slice(2);
const options = args.filter((arg) => arg.startsWith("-"));
const files = args.filter((arg) => !arg.startsWith("-"));
const bundles = new Set(files.map(bundleOf).filter((bundle) => bundle !== undefined));
if (bundles.size > 0) process.exitCode = runPublished(ownVersion(), [...options, "--", ...bundles]);

/**
 * The nearest folder above a file that is a bundle: it has a trace, and a manifest or a flow.
 *
 * @param {string} file
 */
function bundleOf(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const has = (/** @type {string} */ name) => existsSync(join(folder, name));
    if (has("trace.ndjson") && (has("manifest.json") || has("flow.json"))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}
