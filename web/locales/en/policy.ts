/** What the screens of the privacy policy say, as a chunk of its own. */
import policy from "./policy.ftl";

export default [policy];
