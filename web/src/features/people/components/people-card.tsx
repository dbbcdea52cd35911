import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { partiesQuery, peopleQuery, type Person } from '../api/people.js';
import { AddPartyDialog } from './add-party-dialog.js';
import { AddPersonDialog } from './add-person-dialog.js';
import { AmendPersonDialog } from './amend-person-dialog.js';
import styles from './people.module.css';
import { SetPasswordDialog } from './set-password-dialog.js';

type Open = { kind: 'person' | 'party' } | { kind: 'amend' | 'password'; person: Person };

function State({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation('people');
  if (person.disabled) return <StatusChip>{t('state.disabled')}</StatusChip>;
  if (person.locked) return <StatusChip tone="wait">{t('state.locked')}</StatusChip>;
  return <StatusChip tone="down">{t(person.hasPassword ? 'state.active' : 'state.oneClick')}</StatusChip>;
}

function Rows({ rows, onOpen }: { rows: readonly Person[]; onOpen: (open: Open) => void }): ReactElement {
  const { t } = useTranslation('people');
  const { t: session } = useTranslation('session');
  const nameOf = useNameOf();
  if (rows.length === 0) return <EmptyState title={t('none')} />;
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'name',
          head: t('name'),
          title: true,
          cell: (row) => (
            <span className={styles['named']}>
              <span>{row.displayName}</span>
              <span>{row.login}</span>
            </span>
          ),
        },
        {
          key: 'party',
          head: t('party'),
          cell: (row) => (
            <span className={styles['named']}>
              <span>{nameOf(row.party)}</span>
              <span>{row.party.code}</span>
            </span>
          ),
        },
        {
          key: 'roles',
          head: t('roles'),
          cell: (row) => row.roles.map((role) => session(`role.${role}`)).join(' · '),
        },
        { key: 'state', head: t('access'), cell: (row) => <State person={row} /> },
        { key: 'since', head: t('since'), wideOnly: true, cell: (row) => dateText(row.createdAt) },
        {
          key: 'acts',
          head: '',
          cell: (row) => (
            <span className={styles['buttons']}>
              <Button size="dense" onClick={() => onOpen({ kind: 'amend', person: row })}>
                {t('amend')}
              </Button>
              <Button size="dense" onClick={() => onOpen({ kind: 'password', person: row })}>
                {t('password')}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
}

/** 用户与单位: everybody who may come in, whose they are and what they may do. */
export function PeopleCard(): ReactElement {
  const { t } = useTranslation('people');
  const [q, setQ] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const query = useInfiniteQuery(peopleQuery(q));
  const parties = useQuery(partiesQuery).data ?? [];
  const close = (): void => setOpen(null);
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('q');
    setQ(typeof typed === 'string' ? typed.trim() : '');
  };
  return (
    <>
      <Card
        flush
        title={t('title')}
        aside={
          <div className={styles['filters']}>
            <form role="search" onSubmit={search}>
              <input type="search" name="q" maxLength={80} placeholder={t('find')} aria-label={t('find')} />
            </form>
            <Button size="dense" onClick={() => setOpen({ kind: 'party' })}>
              {t('addParty')}
            </Button>
            <Button size="dense" look="primary" onClick={() => setOpen({ kind: 'person' })}>
              {t('addPerson')}
            </Button>
          </div>
        }
      >
        <Loaded query={query}>
          {({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} onOpen={setOpen} />}
        </Loaded>
        <MoreButton feed={query} text={t('more')} />
      </Card>
      {open?.kind === 'person' ? <AddPersonDialog parties={parties} onClose={close} /> : null}
      {open?.kind === 'party' ? <AddPartyDialog parties={parties} onClose={close} /> : null}
      {open?.kind === 'amend' ? <AmendPersonDialog person={open.person} onClose={close} /> : null}
      {open?.kind === 'password' ? <SetPasswordDialog person={open.person} onClose={close} /> : null}
    </>
  );
}
