// node child.ts OUT NAME...: runs examples and leaves their bundles in OUT.
import "../../fixtures/sources.ts";

const { recordHere } = await import("./record-here.ts");
const [out = "", ...names] = process.argv.slice(2);
await recordHere(names, out);
