import type { Quantities } from '@muheng/contracts/common/component';
import type { Fen } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { TextField } from '../../../ui/form/inputs.js';
import { Segmented } from '../../../ui/segmented.js';
import type { PolicyInForce } from '../api/listings.js';
import type { ListingDraft } from '../model/listing-draft.js';
import type { DraftPrices } from '../model/prices.js';
import { useWords } from '../model/use-words.js';
import styles from './desk.module.css';

interface PriceFieldsProps {
  draft: ListingDraft;
  total: Quantities;
  prices: DraftPrices;
  policy: PolicyInForce;
  onChange: (change: Partial<ListingDraft>) => void;
  onFocus: (field: string) => void;
  /** What the server said about a field. */
  told: (field: string) => string | undefined;
}

const wan = (value: Fen | null): string => (value === null ? '' : wanText(value));

function Start(props: PriceFieldsProps & { perMu: boolean }): ReactElement {
  const { draft, prices, perMu, onChange, onFocus, told } = props;
  const { t } = useTranslation('desk');
  const word = useWords(draft.form === 'reverse-purchase');
  const { t: ui } = useTranslation('ui');
  const empty = draft.start.trim() === '';
  const fault = prices.start === null ? t(perMu ? 'form.notPerMu' : 'form.notWan') : undefined;
  return (
    <TextField
      name="start"
      label={word('form.start')}
      unit={ui(perMu ? 'unit.wanPerMu' : 'unit.wan')}
      placeholder={perMu ? '' : wan(prices.proposal)}
      value={draft.start}
      hint={
        empty
          ? t('form.startProposal', { text: wan(prices.proposal) })
          : t('form.startTotal', { text: wan(prices.start) })
      }
      error={fault ?? told('startPriceCny')}
      onFocus={() => onFocus('start')}
      onChange={(start) => onChange({ start })}
    />
  );
}

/** Whether the start price is typed for a 亩 or in all; what was typed in the other measure is gone. */
function StartBy({ draft, onChange }: Pick<PriceFieldsProps, 'draft' | 'onChange'>): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <div className={styles['full']}>
      <Segmented
        label={t('form.startBy')}
        value={draft.startBy}
        options={[
          { value: 'mu', text: t('form.byMu') },
          { value: 'total', text: t('form.byTotal') },
        ]}
        onChange={(startBy) => onChange({ startBy, start: '' })}
      />
    </div>
  );
}

function NoCeiling({ draft, onChange }: Pick<PriceFieldsProps, 'draft' | 'onChange'>): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        checked={draft.noCeiling}
        onChange={(event) => onChange({ noCeiling: event.target.checked })}
      />
      {t('form.noCeiling')}
    </label>
  );
}

/** Step, ceiling and deposit in 万元; what is left empty follows the rules, which the hint states. */
export function PriceFields(props: PriceFieldsProps): ReactElement {
  const { draft, total, prices, policy, onChange, onFocus, told } = props;
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const { values } = policy;
  const land = total.area > 0n || total.paddy > 0n;
  const isPurchase = draft.form === 'reverse-purchase';
  const word = useWords(isPurchase);
  const field = (
    key: 'step' | 'ceiling' | 'deposit' | 'floor',
    hint: string,
    pointer: string,
    disabled = false,
  ): ReactElement => (
    <TextField
      name={key}
      label={key === 'step' ? word('form.step') : t(`form.${key}`)}
      unit={ui('unit.wan')}
      value={draft[key] ?? ''}
      placeholder={disabled ? '' : wan(prices[key] ?? null)}
      hint={hint}
      disabled={disabled}
      error={
        (draft[key] ?? '').trim() !== '' && prices[key] === null && !disabled
          ? t('form.notWan')
          : told(pointer)
      }
      onFocus={() => onFocus(key)}
      onChange={(text) => onChange({ [key]: text })}
    />
  );
  const ceilingHint =
    values.ceilingPct === null
      ? t('form.ceilingFree')
      : t('form.ceilingHint', {
          pct: values.ceilingPct,
          text: wan(draft.noCeiling ? null : prices.ceiling) || '—',
        });
  return (
    <div className={styles['fields']}>
      {land ? <StartBy draft={draft} onChange={onChange} /> : null}
      <Start {...props} perMu={land && draft.startBy === 'mu'} />
      {isPurchase ? (
        <>
          {field('floor', t('form.floorHint'), 'floorCny')}
          {field('step', t('form.stepDownHint'), 'stepCny')}
        </>
      ) : (
        <>
          {field('step', t('form.stepHint', { pct: values.stepPct, text: wan(prices.step) }), 'stepCny')}
          {field('ceiling', ceilingHint, 'ceilingCny', draft.noCeiling)}
        </>
      )}
      {field(
        'deposit',
        word('form.depositHint', { pct: values.depositPct, text: wan(prices.deposit) }),
        'depositCny',
      )}
      {isPurchase ? null : <NoCeiling draft={draft} onChange={onChange} />}
      <p className={`${styles['hint']} ${styles['full']}`}>
        {word('form.window', {
          minutes: values.timedWindowMin,
          notice: values.noticeDays,
          listing: values.listingDays,
        })}
      </p>
    </div>
  );
}
