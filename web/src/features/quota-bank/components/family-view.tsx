import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Family, familyQuery } from '../api/movements.js';
import { childrenOf, rootsOf } from '../model/family-tree.js';
import { Amounts } from './amounts.js';
import styles from './family.module.css';
import { LotCame } from './lot-came.js';

type Lot = Family['lots'][number];

/** One thing that befell quota of a lot: a listing, a trade, a use, an act of the region. */
function Event({
  kind,
  text,
  chip,
  children,
}: {
  kind: string;
  text: ReactNode;
  chip?: ReactNode;
  children?: ReactNode;
}): ReactElement {
  return (
    <li className={styles['event']}>
      <span className={styles['kind']}>{kind}</span>
      <span className={styles['words']}>{text}</span>
      {children}
      {chip}
    </li>
  );
}

function Events({ tree, lot }: { tree: Family; lot: Lot }): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  const of = <Row extends { lotId: string }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.lotId === lot.id);
  return (
    <ul className={styles['events']}>
      {of(tree.listings).map((row) => (
        <Event
          key={`l${row.id}`}
          kind={t('family.listing')}
          text={<a href={`/listings/${row.id}`}>{row.number}</a>}
        >
          <Amounts wire={row.quantities} />
        </Event>
      ))}
      {of(tree.trades).map((row) => (
        <Event
          key={`t${row.id}`}
          kind={t('family.trade')}
          text={t('family.sold', { number: row.number, buyer: regionName(row.buyer, language) })}
        >
          <Amounts wire={row.quantities} />
        </Event>
      ))}
      {of(tree.uses).map((row) => (
        <Event
          key={`u${row.id}`}
          kind={t('family.use')}
          text={
            <>
              <b>{row.projectName}</b> · {row.number}
              {row.documents.length > 0 ? <small>{row.documents.join('；')}</small> : null}
            </>
          }
          chip={
            <span className={styles['pair']}>
              <span>{t('uses.held')}</span>
              <Amounts wire={row.quantities} />
              <span>{t('uses.used')}</span>
              <Amounts wire={row.writtenOff} />
            </span>
          }
        />
      ))}
      {of(tree.acts).map((row) => (
        <Event
          key={`a${row.id}`}
          kind={t('family.act')}
          text={`${t(`control.kinds.${row.kind as 'deduction'}`)} · ${row.documentNo} · ${dateText(row.at)}`}
        >
          <Amounts wire={row.quantities} />
        </Event>
      ))}
    </ul>
  );
}

function Branch({ tree, lot }: { tree: Family; lot: Lot }): ReactElement {
  const { t, i18n } = useTranslation('bank');
  const { language } = usePreferences();
  const word = (bucket: string): string => {
    const camel = bucket.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return i18n.exists(`bank:bucket.${camel}`) ? i18n.t(`bank:bucket.${camel}`) : bucket;
  };
  const children = childrenOf(tree, lot.id);
  return (
    <li className={styles['lot']}>
      <div className={styles['node']}>
        <div className={styles['head']}>
          <b>{lot.number}</b>
          <span>{regionName(lot.owner, language)}</span>
          <span className={styles['when']}>{dateText(lot.createdAt)}</span>
          <LotCame came={lot.came} loan={lot.loan} />
          <Amounts wire={lot.quantities} />
        </div>
        <p className={styles['holds']}>
          {lot.holds.map(({ bucket, quantities }) => (
            <span key={bucket} className={styles['hold']}>
              <StatusChip tone={bucket === 'available' ? 'down' : 'neutral'}>{word(bucket)}</StatusChip>
              <Amounts wire={quantities} />
            </span>
          ))}
        </p>
        <Events tree={tree} lot={lot} />
      </div>
      {children.length > 0 ? (
        <ul className={styles['branch']} aria-label={t('family.from', { number: lot.number })}>
          {children.map((child) => (
            <Branch key={child.id} tree={tree} lot={child} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Tree({ tree }: { tree: Family }): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  const { project } = tree;
  return (
    <Card
      title={`${project.name} · ${project.number}`}
      aside={<a href={`/projects/${project.number}`}>{t('family.record')}</a>}
    >
      <div className={styles['root']}>
        <span>{regionName(project.owner, language)}</span>
        <span>
          {t('family.accepted', { no: project.acceptanceNo ?? '—', day: project.acceptedOn ?? '—' })}
        </span>
        <span>{t('family.filed', { no: project.filingNo ?? '—' })}</span>
        <Amounts wire={project.quantities} />
      </div>
      <ul className={styles['branch']}>
        {rootsOf(tree).map((lot) => (
          <Branch key={lot.id} tree={tree} lot={lot} />
        ))}
      </ul>
    </Card>
  );
}

/** The whole history of every square metre of a project, a lot or a use: forth to who used it, back to where it is from. */
export function FamilyView({ by }: { by: { project?: string; lot?: string; use?: string } }): ReactElement {
  const { t } = useTranslation('bank');
  const query = useQuery(familyQuery(by));
  return (
    <Loaded query={query}>
      {({ items }) => (
        <div className={styles['trees']}>
          <p className={styles['lead']}>{t('family.lead', { count: items.length })}</p>
          {items.map((tree) => (
            <Tree key={tree.project.id} tree={tree} />
          ))}
        </div>
      )}
    </Loaded>
  );
}
