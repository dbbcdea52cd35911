import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { parseHa } from '@muheng/contracts/common/quantity';
import { downloadText } from '../../../lib/download.js';
import { areaText } from '../../../lib/format/area.js';
import { usePreferences } from '../../../lib/preferences.js';
import { Button } from '../../../ui/button.js';
import { Figure, type FigureSize } from '../../../ui/figure.js';
import { RefusedState } from '../../../ui/states/refused-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { ImportFault, ProjectImportDetail } from '../api/imports.js';
import { faultsCsv } from '../model/faults-csv.js';
import styles from './quota-bank.module.css';

function Counts({ one }: { one: ProjectImportDetail }): ReactElement {
  const { t } = useTranslation('bank');
  const { t: ui } = useTranslation('ui');
  const size: FigureSize = 'm';
  return (
    <dl className={styles['counts']}>
      <div>
        <dt>{t('import.banked')}</dt>
        <dd>
          <Figure value={String(one.banked)} size={size} tone="down" />
        </dd>
      </div>
      <div>
        <dt>{t('import.unchanged')}</dt>
        <dd>
          <Figure value={String(one.unchanged)} size={size} />
        </dd>
      </div>
      <div>
        <dt>{t('import.rejected')}</dt>
        <dd>
          <Figure value={String(one.rejectedRows)} size={size} tone={one.rejectedRows > 0 ? 'up' : 'ink'} />
        </dd>
      </div>
      <div>
        <dt>{t('import.area')}</dt>
        <dd>
          <Figure value={areaText(parseHa(one.areaHa), 'ha')} unit={ui('unit.ha')} size={size} />
        </dd>
      </div>
    </dl>
  );
}

function Faults({ one }: { one: ProjectImportDetail }): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  const save = (): void =>
    downloadText(`${t('import.fileName')}-${one.fileName}.csv`, faultsCsv(one.rejected, language));
  return (
    <section aria-label={t('import.faults')}>
      <div className={styles['chips']}>
        <h3>{t('import.faults')}</h3>
        <span className={styles['hint']}>
          {t('import.faultsCount', { rows: one.rejectedRows, count: one.rejected.length })}
        </span>
        <Button size="dense" onClick={save}>
          {t('import.download')}
        </Button>
      </div>
      <DataTable<ImportFault>
        caption={t('import.faultsCaption')}
        rows={one.rejected}
        rowKey={(fault) => `${fault.row}${fault.column}${fault.code}`}
        columns={[
          { key: 'row', head: t('import.row'), title: true, width: '4rem', cell: (fault) => fault.row },
          { key: 'column', head: t('import.column'), width: '9rem', cell: (fault) => fault.column },
          {
            key: 'reason',
            head: t('import.reason'),
            cell: (fault) => (language === 'en' ? fault.messageEn : fault.message),
          },
        ]}
      />
    </section>
  );
}

/** What became of a file: how many rows were banked, known, turned back, and why each of those. */
export function ImportResult({ one }: { one: ProjectImportDetail }): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  if (one.failure) {
    const { message, messageEn } = one.failure;
    return <RefusedState title={t('import.failure')} sentence={language === 'en' ? messageEn : message} />;
  }
  return (
    <div className={styles['stack']} role="status">
      <p>
        <b>{one.fileName}</b> · {t(`import.state.${one.state}`)} ·{' '}
        {t('import.rows', { count: one.rows ?? 0 })}
      </p>
      <Counts one={one} />
      {one.rejected.length > 0 ? <Faults one={one} /> : <p>✓ {t('import.clean')}</p>}
    </div>
  );
}
