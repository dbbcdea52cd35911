import { counties } from '@muheng/contracts/common/regions';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ListingTable } from '../../../ui/listing-table/listing-table.js';
import { rowOfSummary } from '../../../ui/listing-table/row-of-summary.js';
import { Segmented } from '../../../ui/segmented.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type FeedFilter, listingFeedQuery } from '../api/listing-feed.js';
import styles from './listing-feed.module.css';

export type StageFilter = 'all' | 'live' | 'notice' | 'closed';

/** The filters as the page's address holds them. */
export interface FeedSearch {
  stage?: Exclude<StageFilter, 'all'>;
  county?: string;
  q?: string;
}

interface ListingFeedProps {
  search: FeedSearch;
  onSearch: (search: FeedSearch) => void;
}

const statusesOf: Readonly<Record<StageFilter, string | undefined>> = {
  all: undefined,
  live: 'listing-open,timed-bidding,ceiling-reached',
  notice: 'notice',
  closed: 'closed-sold,closed-failed,terminated,withdrawn,suspended',
};
const stages: readonly StageFilter[] = ['all', 'live', 'notice', 'closed'];

/** All notices with filters that the address keeps, page after page. */
export function ListingFeed({ search, onSearch }: ListingFeedProps): ReactElement {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  const chinese = language === 'zh-CN';
  const stage: StageFilter = search.stage ?? 'all';
  const filter: FeedFilter = { status: statusesOf[stage], county: search.county, q: search.q };
  const query = useInfiniteQuery(listingFeedQuery(filter));
  return (
    <div className={styles['page']}>
      <h1>{t('feed.title')}</h1>
      <div className={styles['filters']}>
        <Segmented
          label={t('feed.stage')}
          value={stage}
          onChange={(next) => {
            const { stage: _old, ...rest } = search;
            onSearch(next === 'all' ? rest : { ...rest, stage: next });
          }}
          options={stages.map((value) => ({ value, text: t(`feed.stages.${value}`) }))}
        />
        <CountySelect search={search} onSearch={onSearch} chinese={chinese} />
        <WordSearch search={search} onSearch={onSearch} />
      </div>
      <Card flush>
        <Loaded query={query}>
          {({ pages }) => (
            <ListingTable
              rows={pages.flatMap(({ items }) => items.map((item) => rowOfSummary(item, chinese)))}
              caption={t('feed.title')}
            />
          )}
        </Loaded>
      </Card>
      {query.hasNextPage ? (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('feed.more')}
        </Button>
      ) : null}
    </div>
  );
}

function CountySelect({ search, onSearch, chinese }: ListingFeedProps & { chinese: boolean }): ReactElement {
  const { t } = useTranslation('listings');
  return (
    <select
      className={styles['control']}
      aria-label={t('feed.county')}
      value={search.county ?? ''}
      onChange={({ target }) => {
        const { county: _old, ...rest } = search;
        onSearch(target.value === '' ? rest : { ...rest, county: target.value });
      }}
    >
      <option value="">{t('feed.allCounties')}</option>
      {counties.map(({ code, zh, en }) => (
        <option key={code} value={code}>
          {chinese ? zh : en}
        </option>
      ))}
    </select>
  );
}

function WordSearch({ search, onSearch }: ListingFeedProps): ReactElement {
  const { t } = useTranslation('listings');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = new FormData(event.currentTarget).get('q');
    const { q: _old, ...rest } = search;
    onSearch(typeof words === 'string' && words.trim() !== '' ? { ...rest, q: words.trim() } : rest);
  };
  return (
    <form role="search" aria-label={t('feed.words')} onSubmit={submit} className={styles['words']}>
      <input
        key={search.q ?? ''}
        className={styles['control']}
        name="q"
        type="search"
        defaultValue={search.q ?? ''}
        placeholder={t('feed.words')}
        aria-label={t('feed.words')}
      />
      <Button type="submit">{t('feed.find')}</Button>
      <a className={styles['practice']} href="/practice">
        {t('feed.practice')}
      </a>
    </form>
  );
}
