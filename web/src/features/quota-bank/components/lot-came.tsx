import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Lot } from '../api/bank.js';
import styles from './quota-bank.module.css';

/** How a lot came to its owner: nothing for what it banked itself; what is lent names lender and due date. */
export function LotCame({ came, loan }: Pick<Lot, 'came' | 'loan'>): ReactElement | null {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  if (came === 'banked') return null;
  const owes = loan !== null && loan.returnedAt === null;
  return (
    <>
      <StatusChip tone={owes ? 'wait' : 'notice'}>{t(`lots.came.${came}`)}</StatusChip>
      {loan === null ? null : (
        <span className={styles['hint']}>
          {t(owes ? 'lots.lentBy' : 'lots.lentBack', {
            lender:
              loan.lender === regionDepartmentCode ? t('lots.reserve') : regionName(loan.lender, language),
            number: loan.number,
            day: loan.dueOn,
          })}
        </span>
      )}
    </>
  );
}
