import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { unlessRefused } from '../../../../kernel/errors/decided.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { regulateListing } from '../../../listings/application/regulate-listing.js';
import { reinstateParty, suspendParty } from '../../../parties/application/suspend-party.js';
import { CountyFirst } from '../../../quota-bank/application/county-first.service.js';
import { FreezeQuota } from '../../../quota-bank/application/freeze-quota.use-case.js';
import {
  annulAward,
  lockForAnnulment,
  revokeByCourt,
} from '../../../settlement/application/annul-by-word.js';
import { isCertified, refuseAnnulment } from '../../domain/measures.js';
import type { MeasureAct } from '../../persistence/measure.repository.js';

type Annulment = Extract<MeasureAct, { kind: 'annulment' }>;

/** Does what two people have agreed on, inside the transaction of the second one's word. */
@Injectable()
export class CarryOut {
  constructor(
    private readonly freezes: FreezeQuota,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** Throws whatever the act itself refuses: then nothing has happened and the measure stays open. */
  async execute(tx: Tx, act: MeasureAct, personId: string): Promise<void> {
    switch (act.kind) {
      case 'freeze': {
        const { kind: _kind, ...input } = act;
        await this.freezes.freeze(tx, personId, input);
        return;
      }
      case 'unfreeze':
        await this.freezes.lift(tx, act.freezeId, act.reason);
        return;
      case 'suspension':
        await suspendParty(tx, personId, act.party, act);
        return;
      case 'reinstatement':
        await reinstateParty(tx, act.party, act);
        return;
      case 'listing-suspension':
        return regulateListing(tx, this.countyFirst, act.listingId, 'suspend', act.reason);
      case 'listing-resumption':
        return regulateListing(tx, this.countyFirst, act.listingId, 'resume', act.reason);
      case 'listing-termination':
        return regulateListing(tx, this.countyFirst, act.listingId, 'terminate', act.reason);
      case 'annulment':
        return this.annul(tx, act, personId);
    }
  }

  private async annul(tx: Tx, act: Annulment, personId: string): Promise<void> {
    const trade = await lockForAnnulment(tx, this.countyFirst, act.tradeId);
    if (!trade) throw new Refusal('request.not-found');
    // Asked again: the certificate may have come out since it was proposed.
    unlessRefused(refuseAnnulment(trade.status, act.documentNo ?? null));
    tx.audit('trade', trade.id, { annulled: act.reason, document: act.documentNo ?? null });
    if (!isCertified(trade.status)) return annulAward(tx, trade);
    const words = `${act.documentNo ?? ''} ${act.reason}`;
    for (const lotId of await revokeByCourt(tx, trade, words)) {
      await this.freezes.freeze(tx, personId, { lotId, ground: 'regulator', reason: words });
    }
  }
}
