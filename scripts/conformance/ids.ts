/**
 * Keeps the ids of cases that were ever given away in `fixtures/conformance/ids.txt`: `node scripts/conformance/ids.ts`
 * adds new ones. None is ever taken from it: a case that is not wanted any more is retired.
 */
import "../fixtures/sources.ts";

const { addIds } = await import("./ids/add.ts");
console.log(`${addIds()} new ids`);
