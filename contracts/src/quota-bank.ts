/** The quota bank on the wire (domain §5, §7, §8). */
export * from './quota-bank/county-first.js';
export * from './quota-bank/county-records.js';
export * from './quota-bank/eligibility.js';
export * from './quota-bank/lifecycle.js';
export * from './quota-bank/needs.js';
export * from './quota-bank/project-imports.js';
export * from './quota-bank/projects.js';
export * from './quota-bank/uses.js';
