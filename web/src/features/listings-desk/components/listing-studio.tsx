import { type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../lib/api.js';
import { clockText } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { A4Notice } from '../../../ui/paper/a4-notice.js';
import { listingNotice } from '../../../ui/paper/listing-notice.js';
import { RefusedState } from '../../../ui/states/refused-state.js';
import type { Listing, Lot, PolicyInForce } from '../api/listings.js';
import { factsOfDraft } from '../model/facts.js';
import { draftOf } from '../model/listing-draft.js';
import { type ListingForm, useListingForm } from '../model/use-listing-form.js';
import { CheckCard } from './check-card.js';
import styles from './desk.module.css';
import { ItemsSection, Section, WordsSection } from './studio-sections.js';
import { PriceFields } from './price-fields.js';

interface ListingStudioProps {
  seller: { code: string; nameZh: string };
  lots: readonly Lot[];
  policy: PolicyInForce;
  /** The kept draft that is being edited; none for a new one. */
  kept?: Listing;
  onKept: (listing: Listing) => void;
}

function Saved({ form }: { form: ListingForm }): ReactElement {
  const { t } = useTranslation('desk');
  const { savedAt } = form.draft;
  return (
    <span className={styles['hint']} role="status">
      {savedAt === null ? t('form.unsaved') : `✓ ${t('form.saved', { at: clockText(savedAt) })}`}
    </span>
  );
}

function Restored({ form }: { form: ListingForm }): ReactElement | null {
  const { t } = useTranslation('desk');
  const [seen, setSeen] = useState(false);
  if (!form.draft.restored || seen) return null;
  const discard = (): void => {
    form.draft.forget();
    window.location.reload();
  };
  return (
    <div className={styles['restored']}>
      <span>{t('form.restored')}</span>
      <span className={styles['buttons']}>
        <Button look="link" size="dense" onClick={discard}>
          {t('form.discard')}
        </Button>
        <Button look="link" size="dense" onClick={() => setSeen(true)}>
          {t('form.restoredSeen')}
        </Button>
      </span>
    </div>
  );
}

function Conflict({ kept, onMine }: { kept: Listing; onMine: () => void }): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <RefusedState
      title={t('form.conflictTitle')}
      sentence={t('form.conflictHint')}
      action={
        <span className={styles['buttons']}>
          <a href={`/seller/listings/${kept.id}`} target="_blank" rel="noreferrer">
            {t('form.conflictView')}
          </a>
          <Button size="dense" onClick={onMine}>
            {t('form.conflictMine')}
          </Button>
        </span>
      }
    />
  );
}

/** Sends the draft: a new one, or the whole of an edited one under the version that was edited. */
function useKeeping({ kept, onKept }: ListingStudioProps, form: ListingForm) {
  const command = useCommand<Listing>([['my-listings'], ['listings']]);
  const [tried, setTried] = useState(false);
  const send = async (version: number | undefined): Promise<void> => {
    setTried(true);
    if (form.faulty) return;
    const body = form.body();
    const done = await command.send(
      kept && version !== undefined
        ? { path: `/listings/${kept.id}`, method: 'PUT', ifMatch: version, body }
        : { path: '/listings', body: { form: 'timed-bidding', ...body } },
    );
    if (!done) return;
    form.draft.forget();
    onKept(done);
  };
  return { command, tried, send, told: (field: string) => command.told?.fields[`/${field}`] };
}

function Paper({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <section className={styles['desk']} aria-label={t('form.preview')}>
      <div className={styles['sheet']}>
        <div className={styles['deskHead']}>
          <b>{t('form.preview')}</b>
          <span>{t('form.previewHint')}</span>
        </div>
        {children}
      </div>
    </section>
  );
}

/** 挂牌工作台: the form left, the notice right as it will be printed, paragraph and field tied to each other. */
export function ListingStudio(props: ListingStudioProps): ReactElement {
  const { seller, lots, policy, kept } = props;
  const { t } = useTranslation('desk');
  const form = useListingForm(kept?.id ?? seller.code, kept ? draftOf(kept) : null, lots, policy.values);
  const { command, tried, send, told } = useKeeping(props, form);
  const [focused, setFocused] = useState<string | null>(null);
  const work = useRef<HTMLFormElement>(null);
  const { value, change } = form.draft;
  const facts = factsOfDraft({
    draft: value,
    total: form.total,
    prices: form.prices,
    lots: form.lots,
    policy: policy.values,
    sellerNameZh: seller.nameZh,
  });
  const pick = (field: string): void => {
    setFocused(field);
    work.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };
  return (
    <div className={styles['studio']}>
      <form
        ref={work}
        className={styles['work']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send(kept?.version);
        }}
      >
        <Restored form={form} />
        <CheckCard input={form.check} />
        <ItemsSection form={form} tried={tried} onFocus={setFocused} told={told} />
        <Section
          number={2}
          title={t('form.steps.prices')}
          aside={t('form.policy', {
            pack: policy.pack === 'guangdong' ? t('form.packs.guangdong') : t('form.packs.ningxia'),
            version: policy.version,
          })}
        >
          <PriceFields
            draft={value}
            total={form.total}
            prices={form.prices}
            policy={policy}
            onChange={change}
            onFocus={setFocused}
            told={told}
          />
        </Section>
        <WordsSection form={form} onFocus={setFocused} told={told} />
        {kept && command.told?.code === 'request.conflict' ? (
          <Conflict
            kept={kept}
            onMine={() =>
              void apiGet<Listing>(`/listings/${kept.id}`).then(
                (now) => send(now.version),
                () => send(kept.version),
              )
            }
          />
        ) : (
          <ToldBox
            told={command.told}
            shown={['/startPriceCny', '/stepCny', '/depositCny', '/ceilingCny', '/title', '/notes']}
          />
        )}
        <div className={styles['foot']}>
          <Saved form={form} />
          <span className={styles['hint']}>{t('form.next')}</span>
          <Button look="primary" type="submit" disabled={command.busy}>
            {t(command.busy ? 'form.keeping' : kept ? 'form.update' : 'form.keep')}
          </Button>
        </div>
      </form>
      <Paper>
        <A4Notice notice={listingNotice(facts)} focused={focused} onPick={pick} />
      </Paper>
    </div>
  );
}
