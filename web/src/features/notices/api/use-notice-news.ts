import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLive } from '../../../lib/live.js';
import { noticesKey } from './notices.js';

const name = 'muheng-notices';

/**
 * Whether this tab is the one of its browser that follows the stream for all: six tabs with a stream each would freeze
 * HTTP/1.1. The lock goes to the next tab when this one is closed. Without locks (no secure context) nobody follows, and
 * the bell looks each minute.
 */
function useLeads(): boolean {
  const [leads, setLeads] = useState(false);
  useEffect(() => {
    const over = new AbortController();
    void navigator.locks
      ?.request(name, { signal: over.signal }, async () => {
        if (over.signal.aborted) return;
        setLeads(true);
        await new Promise((resolve) => over.signal.addEventListener('abort', resolve, { once: true }));
      })
      .catch(() => undefined);
    return () => {
      over.abort();
      setLeads(false);
    };
  }, []);
  return leads;
}

/** Reads the notices again whenever the server says that there is news for whoever is signed in, in every tab. */
export function useNoticeNews(): void {
  const client = useQueryClient();
  const leads = useLeads();
  useEffect(() => {
    const heard = new BroadcastChannel(name);
    heard.onmessage = () => void client.invalidateQueries({ queryKey: noticesKey });
    return () => heard.close();
  }, [client]);
  useLive(leads ? 'me' : null, () => {
    void client.invalidateQueries({ queryKey: noticesKey });
    const tell = new BroadcastChannel(name);
    tell.postMessage('news');
    tell.close();
  });
}
