/** Compares what h2spec finds in Go's own server and in Alcove: arguments are a run of the one, and one or more of the other, of which a case has to fail each. */
import { readFileSync } from "node:fs";
import process from "node:process";

/** The cases of one run, and those that failed. */
function results(file) {
  const cases = readFileSync(file, "utf8").match(/<testcase[\s\S]*?(?:\/>|<\/testcase>)/g) ?? [];
  const failed = cases.filter((each) => /<(failure|error)/.test(each)).map((each) => `${/package="([^"]*)"/.exec(each)?.[1]}: ${/classname="([^"]*)"/.exec(each)?.[1]}`);
  return { count: cases.length, failed };
}

const [plain, ...runs] = process.argv.slice(2).map(results);
const [{ count, failed }, ...others] = runs;
const ours = { count, failed: failed.filter((name) => others.every((other) => other.failed.includes(name))) };
const own = ours.failed.filter((name) => !plain.failed.includes(name));
console.log(`h2spec: Alcove passes ${ours.count - ours.failed.length} of ${ours.count}, Go's own server ${plain.count - plain.failed.length} of ${plain.count}`);
for (const name of own) console.log(`  only in Alcove: ${name}`);
process.exit(ours.count > 100 && own.length === 0 && ours.failed.length <= plain.failed.length ? 0 : 1);
