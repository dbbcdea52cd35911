import './messages.js';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCode } from '../../features/verification/model/verification.js';
import { usePreferences } from '../../lib/preferences.js';
import { counties, regionName } from '../../lib/regions.js';
import { useSession } from '../../lib/session.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { placesOf } from '../console/places.js';
import { publicPlaces } from '../places.js';
import { foundListingsQuery } from './found-listings.js';
import styles from './palette.module.css';
import { useReadingActions } from './reading-actions.js';

/** Shorter texts would find half the market. */
const searchedFrom = 2;

/** Everything by name: places, counties, listings, certificates, and how the page reads. Keyboard alone is enough. */
export function Palette({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('palette');
  const { t: ui } = useTranslation('ui');
  const { t: desk } = useTranslation('console');
  const { language } = usePreferences();
  const navigate = useNavigate();
  const session = useSession();
  const reading = useReadingActions();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({ ...foundListingsQuery(asked), enabled: asked.length >= searchedFrom });
  const code = readCode(text);
  const go = (href: string): void => {
    onClose();
    void navigate({ href });
  };
  const places = [
    ...(session ? placesOf(session).map(({ key, href }) => ({ href, name: desk(`rail.${key}`) })) : []),
    ...Object.entries(publicPlaces).map(([key, href]) => ({
      href,
      name: ui(`nav.${key as keyof typeof publicPlaces}`),
    })),
    { href: '/atlas', name: t('atlas') },
    { href: '/practice', name: t('practice') },
  ];
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
          <Command.Empty>{found.isFetching ? t('searching') : t('nothing')}</Command.Empty>
          {code ? (
            <Command.Group heading={t('certificates')}>
              <Command.Item value={`${text} ${code}`} onSelect={() => go(`/verify/${code}`)}>
                {t('verify', { code })}
              </Command.Item>
            </Command.Group>
          ) : null}
          {asked.length >= searchedFrom && found.data && found.data.items.length > 0 ? (
            <Command.Group heading={t('listings')}>
              {found.data.items.map((listing) => (
                <Command.Item
                  key={listing.id}
                  // What the server found for these words stays, whatever the palette's own filter thinks of it.
                  value={`${listing.number} ${listing.title}`}
                  keywords={[text]}
                  onSelect={() => go(`/listings/${listing.id}`)}
                >
                  <span>{listing.title}</span>
                  <span className={styles['quiet']}>{listing.number}</span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          <Command.Group heading={t('places')}>
            {places.map(({ href, name }) => (
              <Command.Item key={href} value={`${name} ${href}`} onSelect={() => go(href)}>
                <span>{name}</span>
                <span className={styles['quiet']}>{href}</span>
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={t('counties')}>
            {counties.map((county) => (
              <Command.Item
                key={county.code}
                value={`${county.zh} ${county.en} ${county.code}`}
                onSelect={() => go(`/atlas?county=${county.code}`)}
              >
                <span>{regionName(county.code, language)}</span>
                <span className={styles['quiet']}>{county.code}</span>
              </Command.Item>
            ))}
          </Command.Group>
          <Command.Group heading={t('reading')}>
            {reading.map(({ name, act }) => (
              <Command.Item
                key={name}
                value={name}
                onSelect={() => {
                  onClose();
                  act();
                }}
              >
                {name}
              </Command.Item>
            ))}
          </Command.Group>
        </Command.List>
      </Command>
      <p className={styles['quiet']}>{t('keys')}</p>
    </Dialog>
  );
}
