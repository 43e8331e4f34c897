/**
 * An esbuild plugin that bundles the MLS library with one of its checks mended.
 *
 * RFC 9420 §12.4.3.1 has who joins verify of each unmerged leaf of a parent node
 * that every non-blank node *between* the two lists it as well. ts-mls 1.6.4 wants
 * all nodes above the leaf to have the very same list instead, which no group has
 * once two leaves were added below different nodes: nobody could come into such a
 * room any more. Nothing else is changed; with a version that reads otherwise the
 * build ends, so that this is looked at again.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = /ts-mls[\\/]dist[\\/]src[\\/]clientState\.js$/;

const BEFORE = `                if (tree[nodeIndex]?.nodeType !== "leaf" && !dp.includes(toNodeIndex(i)))
                    return new ValidationError("Unmerged leaf did not represent a non-blank descendant leaf node");
                for (const parentIdx of dp) {
                    const dpNode = tree[parentIdx];
                    if (dpNode !== undefined) {
                        if (dpNode.nodeType !== "parent")
                            return new InternalError("Expected parent node");
                        if (!arraysEqual(dpNode.parent.unmergedLeaves, n.parent.unmergedLeaves))
`;
const AFTER = `                if (tree[nodeIndex]?.nodeType !== "leaf" || !dp.includes(toNodeIndex(i)))
                    return new ValidationError("Unmerged leaf did not represent a non-blank descendant leaf node");
                for (const parentIdx of dp.slice(0, dp.indexOf(toNodeIndex(i)))) {
                    const dpNode = tree[parentIdx];
                    if (dpNode !== undefined) {
                        if (dpNode.nodeType !== "parent")
                            return new InternalError("Expected parent node");
                        if (!dpNode.parent.unmergedLeaves.includes(unmergedLeaf))
`;

export const mendedMls = {
  name: "mended-mls",
  setup(building) {
    building.onResolve({ filter: /^ts-mls(\/|$)/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
    building.onLoad({ filter: FILE }, ({ path }) => {
      const [head, tail, ...more] = readFileSync(path, "utf8").split(BEFORE);
      if (head === undefined || tail === undefined || more.length > 0) throw new Error("ts-mls reads otherwise than it did: see scripts/mended-mls.mjs");
      return { contents: head + AFTER + tail, loader: "js" };
    });
  },
};
