import i18next from 'i18next';

/**
 * Adds a namespace when the chunk that needs it arrives: the words of the desks are not part of the public download.
 * Both languages come together, so that switching needs no second trip.
 */
export function registerMessages(namespace: string, zhCn: object, en: object): void {
  if (i18next.hasResourceBundle('zh-CN', namespace)) return;
  i18next.addResourceBundle('zh-CN', namespace, zhCn);
  i18next.addResourceBundle('en', namespace, en);
}
