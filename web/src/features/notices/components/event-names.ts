import { type NoticeTopic, noticeTopics } from '@muheng/contracts/common/notices/notice-kind';
import { useTranslation } from 'react-i18next';

/** What can be chosen of the public changes: prefixes of their events. */
export const changePrefixes = ['listing.', 'trade.', 'suspension.'] as const;
type ChangePrefix = (typeof changePrefixes)[number];

const isChange = (text: string): text is ChangePrefix => (changePrefixes as readonly string[]).includes(text);
/** The prefix of all notices of a topic. */
export const noticePrefix = (topic: NoticeTopic): string => `notice.${topic}.`;

/** What people call a prefix; one that a program has chosen stands as it is. */
export function useEventName(): (prefix: string) => string {
  const { t } = useTranslation('notices');
  return (prefix) => {
    if (isChange(prefix)) return t(`webhooks.event.${prefix}`);
    const topic = noticeTopics.find((each) => noticePrefix(each) === prefix);
    return topic ? t('webhooks.noticesOf', { topic: t(`topic.${topic}`) }) : prefix;
  };
}
