/** Says what testssl found: no TLS but 1.3, and nothing that it warns of. */
import { readFileSync } from "node:fs";
import process from "node:process";

const findings = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));

/** What no server that is reached by a loopback address alone can have. */
const OF_LOOPBACK = ["DNS_CAArecord"];
/** What it says of the OpenSSL that it looks with. */
const OF_ITSELF = ["engine_problem"];

const versions = findings.filter(({ id, finding }) => /^(SSLv[23]|TLS1(_[1-3])?)$/.test(id) && !/^not offered/.test(finding)).map(({ id }) => id);
const warnings = findings.filter(({ id, severity }) => !["OK", "INFO"].includes(severity) && ![...OF_LOOPBACK, ...OF_ITSELF].includes(id));
console.log(`testssl: ${findings.length} findings; versions: ${versions.join(", ")}; warnings: ${warnings.length}`);
for (const { id, severity, finding } of warnings) console.log(`  ${severity} ${id}: ${finding}`);
process.exit(findings.length > 30 && versions.join() === "TLS1_3" && warnings.length === 0 ? 0 : 1);
