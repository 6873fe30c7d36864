/** Path of the run projection in every bundle. */
export const runFile = "projections/run.json";
/** Path of the live projection in every bundle. */
export const liveFile = "projections/live.json";
/** Path of the steps projection in every bundle. */
export const stepsFile = "projections/steps.json";
