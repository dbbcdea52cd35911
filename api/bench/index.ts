/** The frame of all measurements, for `npm run bench`. */
export { benchNames, describeReport, isWhole, runBenches } from './frame/run.js';
