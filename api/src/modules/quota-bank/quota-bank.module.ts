import { Module } from '@nestjs/common';
import { Allowances } from './application/record-allowance.use-case.js';
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
import { CountyRecordQueries } from './application/county-record.queries.js';
import { RecordSurvey } from './application/record-survey.use-case.js';
import { RecordYearlyUse } from './application/record-yearly-use.use-case.js';
import { RegisterNeed } from './application/register-need.use-case.js';
import { RunImport } from './application/run-import.use-case.js';
import { SignDeclaration } from './application/sign-declaration.use-case.js';
import { StartImport } from './application/start-import.use-case.js';
import { ActOnQuota } from './application/act-on-quota.use-case.js';
import { EarmarkQuota } from './application/earmark-quota.use-case.js';
import { ExpireLot } from './application/expire-lot.use-case.js';
import { FreezeQuota } from './application/freeze-quota.use-case.js';
import { LendQuota } from './application/lend-quota.use-case.js';
import { QuotaActQueries } from './application/quota-act.queries.js';
import { RecordDefect } from './application/record-defect.use-case.js';
import { ReleaseQuota } from './application/release-quota.use-case.js';
import { ReplaceQuota } from './application/replace-quota.use-case.js';
import { UseQueries } from './application/use.queries.js';
import { WithdrawNeed } from './application/withdraw-need.use-case.js';
import { WriteOffQuota } from './application/write-off-quota.use-case.js';
import { CancelImport } from './application/cancel-import.use-case.js';
import { ExportQueries } from './application/export.queries.js';
import { FamilyQuery } from './application/family.query.js';
import { FileProject } from './application/file-project.use-case.js';
import { KeyProjects } from './application/key-projects.use-case.js';
import { ProjectCare } from './application/project-care.use-case.js';
import { ProjectRecordQueries } from './application/project-record.queries.js';
import { ReclamationFees } from './application/reclamation-fee.use-case.js';
import { TakeProjectStep } from './application/take-project-step.use-case.js';
import { EligibilityQuery } from './application/eligibility.query.js';

const useCases = [
  Allowances,
  EligibilityQuery,
  CancelImport,
  ExportQueries,
  FamilyQuery,
  FileProject,
  KeyProjects,
  ProjectCare,
  ProjectRecordQueries,
  ReclamationFees,
  TakeProjectStep,
  ActOnQuota,
  EarmarkQuota,
  ExpireLot,
  FreezeQuota,
  LendQuota,
  QuotaActQueries,
  RecordDefect,
  ReleaseQuota,
  ReplaceQuota,
  UseQueries,
  WithdrawNeed,
  WriteOffQuota,
  BankProject,
  BuyerEligibility,
  ConfirmNeed,
  CountyFirst,
  CountyFirstQueries,
  ImportQueries,
  LotQueries,
  NeedQueries,
  RecomputeCounty,
  CountyRecordQueries,
  RecordSurvey,
  RecordYearlyUse,
  RegisterNeed,
  RunImport,
  SignDeclaration,
  StartImport,
];

/** The one book of record: projects, lots, needs, and the county-first rule over them (domain §7, §8). */
@Module({ providers: [...useCases, PolicyReader], exports: [...useCases, PolicyReader] })
export class QuotaBankModule {}
