import { expect, it } from "vitest";
import { MemoryHost } from "../testing/memory-host.ts";
import { begin, complete, end, start, textOf } from "../testing/writing.ts";

it("writes the same content once, and removes what nothing refers to", async () => {
  const host = new MemoryHost();
  const writer = await begin(host);
  const [one, two] = await Promise.all([writer.artifact("same"), writer.artifact("same")]);
  expect(one).toEqual(two);
  await writer.artifact(new Uint8Array([0xff]), { truncated: true });
  expect(
    host.calls.filter(({ name, path }) => name === "rename" && path.includes("artifacts/")),
  ).toHaveLength(2);
  await start(writer, "n#1");
  await writer.append({
    type: "artifact_written",
    nodeId: "n",
    attemptId: "n#1",
    payload: { artifact: one },
  });
  await end(writer, "n#1");
  await complete(writer);
  await writer.close();
  const seal = JSON.parse(await textOf(host, "manifest.json")).seal;
  const artifacts = seal.files.filter((file: { path: string }) =>
    file.path.startsWith("artifacts/"),
  );
  expect(artifacts).toHaveLength(2);
});
