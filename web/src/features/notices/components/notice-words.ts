import { noticeText } from '@muheng/contracts/common/notices/text';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import type { Notice } from '../api/notices.js';

/** The sentence of a notice in the reader's language; codes of alerts have their words where the desk has them. */
export function useNoticeWords(): (notice: Notice) => string {
  const { language } = usePreferences();
  const { t, i18n } = useTranslation('oversight');
  return ({ kind, facts }) => {
    const key = `code.${facts['code']}` as 'code.COUNTY_FIRST_BREACH';
    const told = i18n.exists(`oversight:${key}`) ? { ...facts, code: t(key) } : facts;
    return noticeText(kind, told, language);
  };
}
