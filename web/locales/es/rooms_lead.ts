/** What the screens of who leads a room say, as a chunk of its own. */
import lead from "./rooms_lead.ftl";

export default [lead];
