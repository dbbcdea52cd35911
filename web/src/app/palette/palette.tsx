import './messages.js';
import type { listingPage } from '@muheng/contracts/listings';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCode } from '../../features/verification/model/verification.js';
import { usePreferences } from '../../lib/preferences.js';
import { counties, regionName } from '../../lib/regions.js';
import { useSession } from '../../lib/session.js';
import type { Wire } from '../../lib/wire.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { placesOf } from '../console/places.js';
import { publicPlaces } from '../places.js';
import { foundListingsQuery } from './found-listings.js';
import styles from './palette.module.css';
import { useReadingActions } from './reading-actions.js';

/** Shorter texts would find half the market. */
const searchedFrom = 2;

/** What everybody has who is signed in. */
const ownPages = ['notifications', 'tasks', 'settings'] as const;

interface Choice {
  key: string;
  name: string;
  /** Stands grey at the right: an address or a number; empty for none. */
  aside: string;
  /** What the typed words are held against. */
  words: string;
  act: () => void;
}

function Group({ heading, choices }: { heading: string; choices: readonly Choice[] }): ReactElement | null {
  if (choices.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {choices.map(({ key, name, aside, words, act }) => (
        <Command.Item key={key} value={words} onSelect={act}>
          <span>{name}</span>
          {aside === '' ? null : <span className={styles['quiet']}>{aside}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** Every page that a person may care about: their own desks first. */
function usePlaces(): { href: string; name: string }[] {
  const { t } = useTranslation('palette');
  const { t: ui } = useTranslation('ui');
  const { t: desk } = useTranslation('console');
  const session = useSession();
  return [
    ...(session ? placesOf(session).map(({ key, href }) => ({ href, name: desk(`rail.${key}`) })) : []),
    ...(session ? ownPages.map((key) => ({ href: `/${key}`, name: t(`own.${key}`) })) : []),
    ...Object.entries(publicPlaces).map(([key, href]) => ({
      href,
      name: ui(`nav.${key as keyof typeof publicPlaces}`),
    })),
    { href: '/atlas', name: t('atlas') },
    { href: '/practice', name: t('practice') },
  ];
}

type Found = Wire<typeof listingPage>['items'];

/** What the palette offers for a text, group by group; `closing` makes an act close the palette first. */
function useGroups(
  text: string,
  found: Found,
  closing: (act: () => unknown) => () => void,
): { heading: string; choices: Choice[] }[] {
  const { t } = useTranslation('palette');
  const { language } = usePreferences();
  const navigate = useNavigate();
  const places = usePlaces();
  const reading = useReadingActions();
  const code = readCode(text);
  const goTo = (href: string) => closing(() => navigate({ href }));
  const choice = (name: string, aside: string, words: string, href: string): Choice => ({
    key: href,
    name,
    aside,
    words,
    act: goTo(href),
  });
  return [
    {
      heading: t('certificates'),
      choices: code ? [choice(t('verify', { code }), '', `${text} ${code}`, `/verify/${code}`)] : [],
    },
    {
      heading: t('listings'),
      // What the server found for these words stays, whatever the palette's own filter thinks of it.
      choices: found.map(({ id, title, number }) =>
        choice(title, number ?? '', `${number} ${title} ${text}`, `/listings/${id}`),
      ),
    },
    {
      heading: t('places'),
      choices: places.map(({ href, name }) => choice(name, href, `${name} ${href}`, href)),
    },
    {
      heading: t('counties'),
      choices: counties.map(({ code: county, zh, en }) =>
        choice(regionName(county, language), county, `${zh} ${en} ${county}`, `/atlas?county=${county}`),
      ),
    },
    {
      heading: t('reading'),
      choices: reading.map(({ name, act }) => ({
        key: name,
        name,
        aside: '',
        words: name,
        act: closing(act),
      })),
    },
  ];
}

/** Everything by name: places, counties, listings, certificates, and how the page reads. Keyboard alone is enough. */
export function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('palette');
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const long = asked.length >= searchedFrom;
  const query = useQuery({ ...foundListingsQuery(asked), enabled: long });
  const groups = useGroups(text, (long && query.data?.items) || [], (act) => () => {
    onClose();
    act();
  });
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <Command label={t('title')} className={styles['palette']} loop>
        <Command.Input
          // The browser's own dialog looks for the attribute; React's property only focuses, and too early.
          ref={(input) => input?.setAttribute('autofocus', '')}
          value={text}
          onValueChange={setText}
          placeholder={t('placeholder')}
        />
        <Command.List>
          <Command.Empty>{query.isFetching ? t('searching') : t('nothing')}</Command.Empty>
          {groups.map((group) => (
            <Group key={group.heading} {...group} />
          ))}
        </Command.List>
      </Command>
      <p className={styles['quiet']}>{t('keys')}</p>
    </Dialog>
  );
}
