/** Says what Mozilla's HTTP observatory found, and whether it gives enough points. */
import { readFileSync } from "node:fs";
import process from "node:process";

const [, , file = "", least = ""] = process.argv;
const { scan, tests, error } = JSON.parse(readFileSync(file, "utf8"));
if (!scan) {
  console.log(`HTTP observatory: ${error ?? "no result"}`);
  process.exit(1);
}
console.log(`HTTP observatory: ${scan.grade}, ${scan.score} points (at least ${least}); ${scan.testsPassed} of ${scan.testsQuantity} passed`);
for (const [name, { result, pass, scoreModifier }] of Object.entries(tests)) console.log(`  ${pass ? "passed" : "FAILED"} ${name}: ${result} (${scoreModifier})`);
process.exit(scan.score >= Number(least) ? 0 : 1);
