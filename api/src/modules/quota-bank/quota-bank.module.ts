import { Module } from '@nestjs/common';
import { BankProject } from './application/bank-project.use-case.js';
import { BuyerEligibility } from './application/buyer-eligibility.service.js';
import { ConfirmNeed } from './application/confirm-need.use-case.js';
import { CountyFirstQueries } from './application/county-first.queries.js';
import { CountyFirst } from './application/county-first.service.js';
import { ImportQueries } from './application/import.queries.js';
import { LotQueries } from './application/lot.queries.js';
import { NeedQueries } from './application/need.queries.js';
import { PolicyReader } from './application/policy.reader.js';
import { RecomputeCounty } from './application/recompute-county.use-case.js';
import { RecordSurvey } from './application/record-survey.use-case.js';
import { RecordYearlyUse } from './application/record-yearly-use.use-case.js';
import { RegisterNeed } from './application/register-need.use-case.js';
import { RunImport } from './application/run-import.use-case.js';
import { SignDeclaration } from './application/sign-declaration.use-case.js';
import { StartImport } from './application/start-import.use-case.js';

const useCases = [
  BankProject,
  BuyerEligibility,
  ConfirmNeed,
  CountyFirst,
  CountyFirstQueries,
  ImportQueries,
  LotQueries,
  NeedQueries,
  RecomputeCounty,
  RecordSurvey,
  RecordYearlyUse,
  RegisterNeed,
  RunImport,
  SignDeclaration,
  StartImport,
];

/** The one book of record: projects, lots, needs, and the county-first rule over them (domain §7, §8). */
@Module({ providers: [...useCases, PolicyReader], exports: useCases })
export class QuotaBankModule {}
