import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import { operatorCode, regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { CommandContext } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { loadCalendar } from '../../listings/application/calendar.js';
import { BankBalance } from '../../payments/application/bank-balance.query.js';
import { ReadProviderStatement } from '../../payments/application/read-provider-statement.use-case.js';
import { bankBreach, bankCode } from '../domain/bank.js';
import { type Breach, chosen, type Depth, type Report } from '../domain/check.js';
import { insertAlerts } from '../persistence/alert.repository.js';
import { allChecks } from '../persistence/all-checks.js';
import { freezeTouched, liftFreezesOfClosed } from '../persistence/finding-freeze.repository.js';
import { hasMark, type SeenLedger, storeMark } from '../persistence/ledger-mark.repository.js';
import { MarketAuditor } from '../persistence/market-auditor.js';
import {
  closeFindings,
  findReconciliation,
  insertReconciliation,
  isFullRunDue,
  ledgerMoney,
  markRunning,
  openFindings,
  pruneShortRuns,
  storeReport,
} from '../persistence/reconciliation.repository.js';

const fullEveryMinutes = 60;
/** An open finding is somebody's work with a deadline. */
const answerWithinWorkingDays = 1;
/** More fresh findings than this are one event, and one alert each would only hide it. */
const alertsMax = 20;

/**
 * Holds the books against each other (domain §13, tolerance zero) and keeps what differs, with an owner and a
 * deadline. A run without findings is kept too: the nil report, its digest in the audit log.
 */
@Injectable()
export class ReconcileMarket {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditor: MarketAuditor,
    private readonly bank: BankBalance,
    private readonly statement: ReadProviderStatement,
  ) {}

  /** Job `reconciliation.run`. Safe to run again: a run that was cut off starts anew, one that is done stays. */
  async execute(context: CommandContext, id: string): Promise<void> {
    const depth = await this.begin(context, id);
    if (depth === null) return;
    // The provider's lines are held against the journal as they were when the run began; silent, it is read next time.
    if (depth === 'full') await this.statement.execute(context);
    const { report, seen } = await this.auditor.run(id, depth);
    await this.finish(context, id, depth, depth === 'full' ? await this.withBank(report) : report, seen);
  }

  /** The bank is another house: it is asked outside every transaction, before and after our own books are read. */
  private async withBank(report: Report): Promise<Report> {
    const before = await this.bank.read();
    if (before === null) return report;
    const ledger = await this.unitOfWork.readMarket(ledgerMoney);
    const breach = bankBreach(before, ledger, await this.bank.read());
    const findings = breach === null ? report.findings : [...report.findings, breach];
    return { ...report, ok: findings.length === 0, findings, checked: { ...report.checked, bank: 1 } };
  }

  private async begin(context: CommandContext, id: string): Promise<Depth | null> {
    const command = { name: 'oversight.begin-reconciliation', scope: 'market' } as const;
    return this.unitOfWork.step(command, context, { id }, async (tx) => {
      const depth = (await isFullRunDue(tx, fullEveryMinutes)) ? 'full' : 'short';
      await insertReconciliation(tx, { id, depth, personId: null });
      const row = await findReconciliation(tx, id);
      if (!row || row.state === 'done') return null;
      await markRunning(tx, id);
      return row.depth;
    });
  }

  private async finish(
    context: CommandContext,
    id: string,
    depth: Depth,
    report: Report,
    seen: SeenLedger,
  ): Promise<void> {
    const digest = digestOf(id, report);
    const command = { name: 'oversight.reconcile', scope: 'market' } as const;
    await this.unitOfWork.step(command, context, { id }, async (tx) => {
      const fresh = await this.keepFindings(tx, id, depth, report);
      if (!report.findings.some(isOfLedger)) await this.advance(tx, id, depth, seen);
      await storeReport(tx, id, report, digest);
      await pruneShortRuns(tx);
      // The minute's nil reports would drown the log; what says something new, and every full run, is in it.
      if (depth === 'full' || fresh > 0) {
        tx.audit('reconciliation', id, {
          ok: report.ok,
          findings: report.findings.length,
          digest: digest.toString('hex'),
        });
      }
      tx.notify(`job:${id}`, { state: 'done', ok: report.ok, findings: report.findings.length });
    });
  }

  /** The minute's runs build on a mark; only a run that has read everything makes the first one. */
  private async advance(tx: Tx, id: string, depth: Depth, seen: SeenLedger): Promise<void> {
    if (depth === 'full' || (await hasMark(tx))) await storeMark(tx, id, seen);
  }

  /** Answers how many findings are new. */
  private async keepFindings(tx: Tx, id: string, depth: Depth, report: Report): Promise<number> {
    const codes = chosen(allChecks, depth, 'all').map((check) => check.code);
    if (report.checked['bank'] === 1) codes.push(bankCode);
    await closeFindings(tx, codes, report.findings, 'no longer found');
    await liftFreezesOfClosed(tx);
    if (report.findings.length === 0) return 0;
    const dueAt = endOfWorkingDays(tx.now, answerWithinWorkingDays, await loadCalendar(tx));
    const owned = report.findings.map((breach) => ({ ...breach, ownerCode: ownerOf(breach.code) }));
    const fresh = await openFindings(tx, id, owned, dueAt);
    await freezeTouched(
      tx,
      fresh.map((finding) => finding.id),
    );
    await insertAlerts(
      tx,
      fresh.slice(0, alertsMax).map((finding) => ({
        code: 'NEGATIVE_OR_UNBALANCED_ACCOUNT',
        severity: 'high',
        subjectType: 'finding',
        subjectId: finding.id,
        partyId: null,
        regionCode: regionDepartmentCode,
        evidence: { code: finding.code, subject: finding.subject },
        dueAt,
      })),
    );
    return fresh.length;
  }
}

/** The journal or its slices differ: nothing may build on what this run saw. */
const isOfLedger = ({ code }: Breach): boolean => /^(ledger|slice)\./.test(code);

/** Running processes are the operator's; what the books say is the region department's. */
const ownerOf = (code: string): string => (code.startsWith('outbox.') ? operatorCode : regionDepartmentCode);

/** SHA-256 over what the report says, without how long it took. */
function digestOf(id: string, { ok, checked, findings }: Report): Buffer {
  return createHash('sha256').update(JSON.stringify({ id, ok, checked, findings })).digest();
}

/** Each step of a run is judged anew when the job runs again, so each has a key of its own. */
