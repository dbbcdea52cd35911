/** What a breach of county-first comes to (domain §8). */
export const breachDecisions = ['continue', 'suspend', 'terminate'] as const;
/** What the case of any other alert comes to: there was something, or the alert was false (domain §13). */
export const caseDecisions = ['substantiated', 'unfounded'] as const;

export type BreachDecision = (typeof breachDecisions)[number];
export type AlertDecision = BreachDecision | (typeof caseDecisions)[number];

export const isBreachDecision = (decision: AlertDecision): decision is BreachDecision =>
  breachDecisions.some((each) => each === decision);

/** What may be decided about an alert of this code. */
export const decisionsOf = (code: string): readonly AlertDecision[] =>
  code === 'COUNTY_FIRST_BREACH' ? breachDecisions : caseDecisions;
