import { problemTerms } from './problem-terms.js';
import { biddingProblems } from './problems/bidding.js';
import { importProblems } from './problems/import.js';
import { kernelProblems } from './problems/kernel.js';
import { listingsProblems } from './problems/listings.js';
import { noticesProblems } from './problems/notices.js';
import { oversightProblems } from './problems/oversight.js';
import { partiesProblems } from './problems/parties.js';
import { plannerProblems } from './problems/planner.js';
import { practiceProblems } from './problems/practice.js';
import type { ProblemSection } from './problems/problem.js';
import { quotaBankProblems } from './problems/quota-bank.js';
import { settlementProblems } from './problems/settlement.js';

/**
 * The one exhaustive table of refusal codes (architecture §5): status and a sentence in each language that says what
 * happened, by how much, and what to do next. Each module adds its codes in its own section under `problems/`.
 */
export const problems = {
  ...kernelProblems,
  ...partiesProblems,
  ...quotaBankProblems,
  ...importProblems,
  ...listingsProblems,
  ...biddingProblems,
  ...settlementProblems,
  ...oversightProblems,
  ...noticesProblems,
  ...plannerProblems,
  ...practiceProblems,
} as const satisfies ProblemSection;

export type ProblemCode = keyof typeof problems;
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

/**
 * The sentences of a code with its params filled in. A sentence of which no param was given is left out (the first one
 * stays), and a single missing param reads as a dash, so that a person never meets a raw placeholder; a code-like value
 * is replaced by its word (`problem-terms.ts`).
 */
export function renderProblem(
  code: ProblemCode,
  locale: Locale,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const isGiven = (name: string): boolean => !['', null, undefined].includes(params[name] as string);
  const sentences = problems[code][locale].split(/(?<=。)|(?<=\. )/);
  const told = sentences.filter((sentence, index) => {
    const names = [...sentence.matchAll(placeholder)].map(([, name = '']) => name);
    return index === 0 || names.length === 0 || names.some(isGiven);
  });
  const text = told.join('').replace(placeholder, (_, name: string) => {
    if (!isGiven(name)) return '—';
    const value = params[name];
    const word = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return problemTerms[name]?.[word]?.[locale] ?? amountIn(locale, word);
  });
  return text.trim();
}

const units: Readonly<Record<string, string>> = { ha: '公顷', kg: '公斤' };

/** An amount with its unit (`365126.4000 kg`) as the language writes it; anything else as it is. */
export const amountIn = (locale: Locale, text: string): string =>
  locale === 'en'
    ? text
    : text.replace(/^(-?[\d.]+) (ha|kg)$/, (_, value, unit) => `${value} ${units[unit]}`);

const placeholder = /\{(\w+)\}/g;

/** What a pure rule answers when it says no: a code, what fills its sentence, and where in the input the cause is. */
export interface Refused {
  refused: ProblemCode;
  params?: Record<string, string>;
  pointer?: string;
}

export function refuse(code: ProblemCode, params?: Record<string, string>, pointer?: string): Refused {
  return { refused: code, ...(params && { params }), ...(pointer !== undefined && { pointer }) };
}

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer;
