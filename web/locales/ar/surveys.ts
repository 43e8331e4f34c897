/** What whoever answers a survey reads, as a chunk of its own. */
import errors from "./survey_errors.ftl";
import surveys from "./surveys.ftl";

export default [errors, surveys];
