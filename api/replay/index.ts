/** The player of scenarios: what `npm run replay` and the demo worlds stand on. */
export { playPlan } from './plan.js';
export { play } from './play.js';
export { policyOf, preparePractice } from './prepare-practice.js';
export { InvalidScenario, readScenario } from './scenario.js';
