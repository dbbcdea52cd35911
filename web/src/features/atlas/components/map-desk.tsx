import type { regionMapInput } from '@muheng/contracts/region-map';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { del, put } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import type { WireInput } from '../../../lib/wire.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { mapHistoryQuery } from '../api/region-map.js';
import styles from './atlas.module.css';

type GeoJson = WireInput<typeof regionMapInput>['geojson'];

const changes = [['region-map']];
/** The API takes a megabyte; the rest of the request needs some of it. */
const bytesMax = 1_000_000;

/** The file as it will be sent; a word where it is no GeoJSON at all. What is in it, the server judges. */
async function readFile(file: File): Promise<GeoJson | 'tooLarge' | 'notJson'> {
  if (file.size > bytesMax) return 'tooLarge';
  try {
    const read: unknown = JSON.parse(await file.text());
    const isCollection = Reflect.get(Object(read), 'type') === 'FeatureCollection';
    return isCollection ? (read as GeoJson) : 'notJson';
  } catch {
    return 'notJson';
  }
}

interface MapFileProps {
  refusal: string | undefined;
  onChoose: (file: File) => void;
}

function MapFile({ refusal, onChoose }: MapFileProps): ReactElement {
  const { t } = useTranslation('atlas');
  const id = useId();
  return (
    <div className={styles['file']}>
      <label htmlFor={id}>{t('map.file')}</label>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,application/geo+json,application/json"
        aria-describedby={`${id}-below`}
        aria-invalid={refusal ? true : undefined}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onChoose(file);
        }}
      />
      <p id={`${id}-below`} className={refusal ? styles['refused'] : styles['caption']}>
        {refusal ?? t('map.fileHint')}
      </p>
    </div>
  );
}

/** An approved map with its number and its maker, as a file. */
function PutUp(): ReactElement {
  const { t } = useTranslation('atlas');
  const [approvalNo, setApprovalNo] = useState('');
  const [source, setSource] = useState('');
  const [given, setGiven] = useState<GeoJson | 'tooLarge' | 'notJson' | null>(null);
  const [tried, setTried] = useState(false);
  const command = useCommand<{ points: number }>(changes);
  const [points, setPoints] = useState<number | null>(null);
  const missing = (text: string): string | undefined =>
    tried && text.trim() === '' ? t('map.missing') : undefined;
  const wrong = typeof given === 'string' ? t(`map.${given}`) : tried && !given ? t('map.noFile') : undefined;
  const send = async (): Promise<void> => {
    setTried(true);
    if (given === null || typeof given === 'string' || !approvalNo.trim() || !source.trim()) return;
    const body = { approvalNo: approvalNo.trim(), source: source.trim(), geojson: given };
    const kept = await command.send(put('/market/region-map', { body }));
    setPoints(kept?.points ?? null);
  };
  const refusal = wrong ?? command.told?.fields['/geojson'];
  const choose = (file: File): void => {
    setPoints(null);
    void readFile(file).then(setGiven);
  };
  return (
    <Card title={t('map.putUp')}>
      <p className={styles['caption']}>{t('map.lead')}</p>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={['/approvalNo', '/source', '/geojson']}
        actions={
          <Button look="primary" type="submit" disabled={command.busy}>
            {t(command.busy ? 'map.working' : 'map.putUp')}
          </Button>
        }
      >
        <TextField
          label={t('map.approvalNo')}
          hint={t('map.approvalHint')}
          maxLength={40}
          value={approvalNo}
          onChange={setApprovalNo}
          error={missing(approvalNo) ?? command.told?.fields['/approvalNo']}
        />
        <TextField
          label={t('map.source')}
          maxLength={120}
          value={source}
          onChange={setSource}
          error={missing(source) ?? command.told?.fields['/source']}
        />
        <MapFile refusal={refusal} onChoose={choose} />
      </Form>
      {points === null ? null : (
        <p role="status">
          ✓ {t('map.done', { points })} <a href="/atlas">{t('map.look')}</a>
        </p>
      )}
    </Card>
  );
}

/** What is up, and everything that was. */
function History(): ReactElement {
  const { t } = useTranslation('atlas');
  const query = useQuery(mapHistoryQuery);
  const down = useCommand(changes);
  return (
    <Card flush title={t('map.history')}>
      <ToldBox told={down.told} />
      <Loaded query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState title={t('map.none')} hint={t('map.noneHint')} />
          ) : (
            <DataTable
              caption={t('map.history')}
              rows={lines}
              rowKey={({ id }) => id}
              columns={[
                { key: 'no', head: t('map.approvalNo'), title: true, cell: (line) => line.approvalNo },
                { key: 'source', head: t('map.source'), cell: (line) => line.source },
                { key: 'by', head: t('map.by'), cell: (line) => line.uploadedBy },
                { key: 'at', head: t('map.at'), cell: (line) => shortStamp(line.uploadedAt) },
                {
                  key: 'points',
                  head: t('map.points'),
                  figure: true,
                  cell: (line) => (line.points === 0 ? t('map.takenDown') : line.points),
                },
                {
                  key: 'act',
                  head: '',
                  cell: (line) =>
                    line === lines[0] && line.points > 0 ? (
                      <Button
                        size="dense"
                        disabled={down.busy}
                        onClick={() => void down.send(del('/market/region-map'))}
                      >
                        {t('map.takeDown')}
                      </Button>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

/** 地图: the administrator's page for the approved map that the atlas draws. */
export function MapDesk(): ReactElement {
  return (
    <div className={styles['desk']}>
      <PutUp />
      <History />
    </div>
  );
}
