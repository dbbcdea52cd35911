/** The working-day calendar, for whoever counts days (replay.md "Advance"). */
export { loadCalendar } from '../persistence/calendar.repository.js';
