import { type LinkSettings, linkSettings } from './linked-bidders.js';

/** What the detectors go by (domain §13). The market's own values stand over these, each by name. */
export interface SurveillanceSettings extends LinkSettings {
  priceBandPct: number;
  expiryWarningDays: number;
  hoardingMonths: number;
  transferFilingDays: number;
  declarationMaxAgeDays: number;
  /** Capacity of one hectare, in kilograms, that a project may have by its grade: beyond it somebody looks. */
  capacityKgPerHaMin: number;
  capacityKgPerHaMax: number;
}

export const surveillanceDefaults: SurveillanceSettings = {
  ...linkSettings,
  priceBandPct: 30,
  expiryWarningDays: 90,
  hoardingMonths: 12,
  transferFilingDays: 2,
  declarationMaxAgeDays: 365,
  capacityKgPerHaMin: 1_500,
  capacityKgPerHaMax: 18_000,
};

/** The defaults with what the region has set; a name that does not exist, or no number, is left aside. */
export function tuned(over: Readonly<Record<string, unknown>>): SurveillanceSettings {
  const settings = { ...surveillanceDefaults };
  for (const name of Object.keys(settings) as (keyof SurveillanceSettings)[]) {
    const value = over[name];
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) settings[name] = value;
  }
  return settings;
}
