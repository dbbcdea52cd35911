import '../../atlas-messages.js';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MapDesk } from '../../../features/atlas/components/map-desk.js';
import { DeskPage } from '../desk-page.js';

/** 地图 of the administrator. */
export function MapPage(): ReactElement {
  const { t } = useTranslation('console');
  return (
    <DeskPage place="map" title={t('title.map')}>
      <MapDesk />
    </DeskPage>
  );
}
