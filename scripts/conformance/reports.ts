/**
 * Makes the reports of the implementations in this repository, in `conformance-reports/`: what the conformance suite says
 * of each now. `node scripts/conformance/reports.ts` writes them; with `--check` it compares, and exits with 1 when one
 * differs. `--only NAME` makes one of them, `--list` tells the names. The packages have to be built.
 */
import { main } from "./reports/main.ts";

process.exitCode = await main(process.argv.slice(2));
