/**
 * Makes the views that readers are expected to answer with, in `fixtures/conformance/views`: what our reader makes of
 * each case. `node scripts/conformance/views.ts` writes them; with `--check` it compares, and exits with 1 when one
 * differs. A view that changes is a change of the format, or the end of a mistake: look at each.
 */
import "../fixtures/sources.ts";

const { main } = await import("./views/main.ts");
process.exitCode = await main(process.argv.slice(2));
