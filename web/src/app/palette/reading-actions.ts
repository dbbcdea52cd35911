import { useTranslation } from 'react-i18next';
import { setPreferences, usePreferences, useTheme } from '../../lib/preferences.js';

/** How the page reads, as things to do. */
export function useReadingActions(): { name: string; act: () => void }[] {
  const { t } = useTranslation('palette');
  const { language, largeType, areaUnit } = usePreferences();
  const theme = useTheme();
  return [
    {
      name: t(language === 'zh-CN' ? 'toEnglish' : 'toChinese'),
      act: () => setPreferences({ language: language === 'zh-CN' ? 'en' : 'zh-CN' }),
    },
    {
      name: t(theme === 'dark' ? 'toLight' : 'toDark'),
      act: () => setPreferences({ theme: theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      name: t(largeType ? 'toNormal' : 'toLarge'),
      act: () => setPreferences({ largeType: !largeType }),
    },
    {
      name: t(areaUnit === 'mu' ? 'toHectares' : 'toMu'),
      act: () => setPreferences({ areaUnit: areaUnit === 'mu' ? 'ha' : 'mu' }),
    },
  ];
}
