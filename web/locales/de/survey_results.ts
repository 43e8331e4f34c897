/** What is said of the results of a survey, as a chunk of its own. */
import results from "./survey_results.ftl";

export default [results];
