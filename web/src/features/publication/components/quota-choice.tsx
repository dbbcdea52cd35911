import { type QuotaKind, quotaKinds } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../ui/segmented.js';

interface QuotaChoiceProps {
  quota: QuotaKind;
  onChoose: (quota: QuotaKind) => void;
}

/** Which kind of quota a published table is about. */
export function QuotaChoice({ quota, onChoose }: QuotaChoiceProps): ReactElement {
  const { t } = useTranslation('publication');
  return (
    <Segmented
      label={t('quota')}
      value={quota}
      options={quotaKinds.map((value) => ({ value, text: t(`quotas.${value}`) }))}
      onChange={onChoose}
    />
  );
}
