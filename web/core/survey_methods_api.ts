/** The names of SurveyCore's methods, apart from the rest (survey_api.ts) because they are part of the first load. */
import type { SurveyCore } from "./survey_api.ts";

export const SURVEY_METHODS = [
  "surveysToAnswer", "publicSurvey", "surveyBegun", "keepSurveyAnswers", "tellings", "answerSurvey", "surveyResponse", "checkCounted", "withdrawResponse", "putSurveyAway",
  "ownSurveys", "surveyDrafts", "keepSurveyDraft", "surveyProblems", "audienceLargeEnough", "createSurvey", "closeSurvey", "deleteSurvey", "surveyResults", "crossTable", "publishResults",
] as const satisfies readonly (keyof SurveyCore)[];
