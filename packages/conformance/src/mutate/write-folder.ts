import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync, chmodSync } from "node:fs";
import path from "node:path";
import type { Workspace } from "./workspace.ts";

/** Writes a mutant as a real folder, which must not exist. Throws for paths that leave it. */
export function writeFolder(workspace: Workspace, folder: string): void {
  const place = (bundlePath: string): string => {
    const segments = bundlePath.split("/");
    if (
      segments.some((segment) => ["", ".", ".."].includes(segment)) ||
      bundlePath.includes("\0")
    ) {
      throw new Error(`${JSON.stringify(bundlePath)} cannot be written as a file in a folder`);
    }
    const target = path.join(folder, ...segments);
    mkdirSync(path.dirname(target), { recursive: true });
    return target;
  };

  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of workspace.files) writeFileSync(place(file), bytes, { flag: "wx" });
  for (const entry of workspace.special) {
    const target = place(entry.path);
    switch (entry.type) {
      case "link":
        symlinkSync(entry.target, target);
        break;
      case "fifo":
        execFileSync("mkfifo", [target]);
        break;
      case "mkdir":
        mkdirSync(target);
        break;
      case "sparse":
        writeFileSync(target, "");
        truncateSync(target, entry.bytes);
        break;
    }
  }
  for (const [file, fault] of workspace.faults) {
    if (fault === "changed") {
      throw new Error(`a folder cannot show that ${file} changes while it is read`);
    }
    chmodSync(place(file), 0o000);
  }
}
