import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the project in a folder a git repository with one commit, and then some changes. Always with the same ids. */
export function makeChangedRepository(folder: string): void {
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message=The average of some numbers");
  edit(folder, "average.mjs", (text) =>
    text.replace("  let sum = 0;", "  if (numbers.length === 0) return 0;\n  let sum = 0;"),
  );
  edit(folder, "check.mjs", (text) =>
    text.replace("  { numbers: [-1, 1, 3], expected: 1 },\n", ""),
  );
  edit(folder, "README.md", (text) => `${text}\nIt needs Node, and nothing else.\n`);
  writeFileSync(join(folder, "notes.md"), "- The median would be nice, too.\n");
}

/** Whatever the user has configured for git does not count. */
const env = {
  PATH: process.env["PATH"],
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Author",
  GIT_AUTHOR_EMAIL: "author@example.com",
  GIT_AUTHOR_DATE: "2026-03-01T12:00:00Z",
  GIT_COMMITTER_NAME: "Author",
  GIT_COMMITTER_EMAIL: "author@example.com",
  GIT_COMMITTER_DATE: "2026-03-01T12:00:00Z",
};

function git(folder: string, ...args: string[]): void {
  execFileSync("git", args, { cwd: folder, env });
}

function edit(folder: string, name: string, change: (text: string) => string): void {
  const file = join(folder, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
