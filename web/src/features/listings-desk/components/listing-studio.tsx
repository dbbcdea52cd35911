import { type FormEvent, type ReactElement, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, put } from '../../../lib/call.js';
import { clockText } from '../../../lib/format/time.js';
import type { PartyKind } from '../../../lib/session.js';
import { type Command, useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { A4Notice } from '../../../ui/paper/a4-notice.js';
import { listingNotice } from '../../../ui/paper/listing-notice.js';
import type { Listing, Lot, PolicyInForce } from '../api/listings.js';
import { factsOfDraft } from '../model/facts.js';
import { draftOf, formsOf } from '../model/listing-draft.js';
import { type ListingForm, useListingForm } from '../model/use-listing-form.js';
import { useWords } from '../model/use-words.js';
import { CheckCard } from './check-card.js';
import { Conflict } from './conflict.js';
import styles from './desk.module.css';
import { ItemsSection, PricesSection, WordsSection } from './studio-sections.js';
import { WantedSection } from './wanted-section.js';

interface ListingStudioProps {
  seller: { code: string; nameZh: string; kind: PartyKind };
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

/** Two windows of this machine keep one draft: whoever types last is what is kept. */
function Elsewhere(): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <div className={styles['restored']} role="status">
      <span>{t('form.elsewhere')}</span>
      <Button look="link" size="dense" onClick={() => window.location.reload()}>
        {t('form.elsewhereTake')}
      </Button>
    </div>
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
        ? put('/listings/{id}', { params: { id: kept.id }, ifMatch: version, body })
        : post('/listings', { body }),
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

interface OutcomeProps {
  kept: Listing | undefined;
  form: ListingForm;
  command: Command<Listing>;
  onMine: (version: number) => void;
}

/** What became of sending: somebody else was faster, or a refusal whose fields show it themselves. */
function Outcome({ kept, form, command, onMine }: OutcomeProps): ReactElement {
  const { base } = form.draft;
  const isConflict = command.told?.code === 'request.conflict';
  // Seen as soon as the page has read the newer version, and at the latest when it is sent.
  const isStale = kept !== undefined && (isConflict || (base !== null && base !== kept.version));
  return (
    <>
      {isConflict ? null : <ToldBox told={command.told} shown={shownFields} />}
      {isStale ? <Conflict kept={kept} form={form} onMine={onMine} /> : null}
    </>
  );
}

const shownFields = [
  '/startPriceCny',
  '/stepCny',
  '/depositCny',
  '/ceilingCny',
  '/floorCny',
  '/title',
  '/notes',
];

function Foot({ form, kept, busy }: { form: ListingForm; kept: boolean; busy: boolean }): ReactElement {
  const { t } = useTranslation('desk');
  const word = useWords(form.draft.value.form === 'reverse-purchase');
  return (
    <div className={styles['foot']}>
      <Saved form={form} />
      <span className={styles['hint']}>{word('form.next')}</span>
      <Button look="primary" type="submit" disabled={busy}>
        {t(busy ? 'form.keeping' : kept ? 'form.update' : 'form.keep')}
      </Button>
    </div>
  );
}

/** 挂牌工作台: the form left, the notice right as it will be printed, paragraph and field tied to each other. */
export function ListingStudio(props: ListingStudioProps): ReactElement {
  const { seller, lots, policy, kept } = props;
  const initial = kept ? draftOf(kept) : null;
  const name = kept?.id ?? seller.code;
  const form = useListingForm(name, initial, lots, policy.values, formsOf(seller.kind), kept?.version);
  const { base } = form.draft;
  const { command, tried, send, told } = useKeeping(props, form);
  const [focused, setFocused] = useState<string | null>(null);
  const work = useRef<HTMLFormElement>(null);
  const focus = (selector: string): void => work.current?.querySelector<HTMLElement>(selector)?.focus();
  const { total, prices } = form;
  const isPurchase = form.draft.value.form === 'reverse-purchase';
  const facts = factsOfDraft({
    draft: form.draft.value,
    total,
    prices,
    lots: form.lots,
    policy: policy.values,
    sellerNameZh: seller.nameZh,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Under the version from which it was typed: what somebody else kept meanwhile is never written over unseen.
    await send(base ?? kept?.version);
    // What is refused is where the person is: the first faulty field has the focus.
    window.setTimeout(() => focus('[aria-invalid="true"]'), 0);
  };
  return (
    <div className={styles['studio']}>
      <form ref={work} className={styles['work']} noValidate onSubmit={(event) => void submit(event)}>
        <Restored form={form} />
        {form.draft.elsewhere ? <Elsewhere /> : null}
        {isPurchase ? null : <CheckCard input={form.check} />}
        {isPurchase ? (
          <WantedSection form={form} tried={tried} onFocus={setFocused} told={told} />
        ) : (
          <ItemsSection form={form} tried={tried} onFocus={setFocused} told={told} />
        )}
        <PricesSection form={form} policy={policy} onFocus={setFocused} told={told} />
        <WordsSection form={form} onFocus={setFocused} told={told} />
        <Outcome kept={kept} form={form} command={command} onMine={(version) => void send(version)} />
        <Foot form={form} kept={kept !== undefined} busy={command.busy} />
      </form>
      <Paper>
        <A4Notice
          notice={listingNotice(facts)}
          focused={focused}
          onPick={(field) => {
            setFocused(field);
            focus(`[name="${field}"]`);
          }}
        />
      </Paper>
    </div>
  );
}
