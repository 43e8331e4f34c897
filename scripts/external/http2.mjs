/** Compares what h2spec finds in Alcove and in Go's own server. */
import { readFileSync } from "node:fs";
import process from "node:process";

/** The cases of one run, and those that failed. */
function results(file) {
  const cases = readFileSync(file, "utf8").match(/<testcase[\s\S]*?(?:\/>|<\/testcase>)/g) ?? [];
  const failed = cases.filter((each) => /<(failure|error)/.test(each)).map((each) => `${/package="([^"]*)"/.exec(each)?.[1]}: ${/classname="([^"]*)"/.exec(each)?.[1]}`);
  return { count: cases.length, failed };
}

const [ours, plain] = [results(process.argv[2] ?? ""), results(process.argv[3] ?? "")];
const own = ours.failed.filter((name) => !plain.failed.includes(name));
console.log(`h2spec: Alcove passes ${ours.count - ours.failed.length} of ${ours.count}, Go's own server ${plain.count - plain.failed.length} of ${plain.count}`);
for (const name of own) console.log(`  only in Alcove: ${name}`);
process.exit(ours.count > 100 && own.length === 0 && ours.failed.length <= plain.failed.length ? 0 : 1);
