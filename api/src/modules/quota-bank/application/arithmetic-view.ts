import type { countyFirstArithmetic } from '@muheng/contracts/quota-bank';
import {
  formatQuantities,
  type Quantities,
  type QuotaKind,
  quantities,
  subtractQuantities,
} from '@muheng/contracts/common/component';
import { formatHa } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import { type ComponentArithmetic, testSurplus } from '../domain/county-first.js';
import type { DeclarationStanding } from '../domain/declaration.js';
import type { SurveyRow } from '../persistence/county-records.repository.js';
import { type CountyAssessment, needOf } from './assessment.js';
import type { CurrentPolicy } from './policy.reader.js';

export type ArithmeticView = z.input<typeof countyFirstArithmetic>;

interface Grounds {
  county: string;
  quota: QuotaKind;
  assessment: CountyAssessment;
  asked: Quantities;
  declaration: DeclarationStanding;
  survey: SurveyRow | null;
  policy: CurrentPolicy;
  now: Date;
}

/** The whole arithmetic of domain §8 on the wire: shown to whoever is refused, and kept with the certificate. */
export function arithmeticView(grounds: Grounds): ArithmeticView {
  const { position, needs } = grounds.assessment;
  const lines = testSurplus(position, grounds.asked);
  const { needHorizonMonths, declarationMaxAgeDays, reservePct, absFloorAreaHa, retentionGate } =
    grounds.policy.values;
  return {
    county: grounds.county,
    quota: grounds.quota,
    available: formatQuantities(position.available),
    need: formatQuantities(position.need),
    reserve: formatQuantities(position.reserve),
    margin: formatQuantities(position.margin),
    surplus: formatQuantities(position.surplus),
    asked: formatQuantities(grounds.asked),
    excess: formatQuantities(columnOf(lines, (line) => line.excess)),
    largest: formatQuantities(columnOf(lines, (line) => line.largest)),
    holds: {
      area: lines[0]?.holds === true,
      paddy: lines[1]?.holds === true,
      capacity: lines[2]?.holds === true,
    },
    needs: needs.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      category: row.category,
      uncovered: formatQuantities(subtractQuantities(needOf(row).required, needOf(row).covered)),
    })),
    declaration: declarationView(grounds.declaration),
    retention: grounds.survey && {
      farmlandHa: formatHa(grounds.survey.farmland),
      targetHa: formatHa(grounds.survey.target),
      met: grounds.survey.farmland >= grounds.survey.target,
    },
    policy: {
      version: grounds.policy.name,
      reservePct,
      absFloorAreaHa,
      needHorizonMonths,
      declarationMaxAgeDays,
      retentionGate,
    },
    at: grounds.now.toISOString(),
  };
}

function columnOf(
  lines: readonly ComponentArithmetic[],
  pick: (line: ComponentArithmetic) => bigint,
): Quantities {
  const [area, paddy, capacity] = lines.map(pick);
  return quantities(area ?? 0n, paddy ?? 0n, capacity ?? 0n);
}

const declarationView = (standing: DeclarationStanding): ArithmeticView['declaration'] =>
  standing.valid
    ? { valid: true, signedOn: standing.signedOn, validUntil: standing.validUntil }
    : { valid: false, signedOn: standing.lastSignedOn, validUntil: null };
